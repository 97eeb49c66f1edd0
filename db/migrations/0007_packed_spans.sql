DROP INDEX `batch_items_lease`;--> statement-breakpoint
DROP INDEX `batch_jobs_closing`;--> statement-breakpoint
DROP INDEX `batch_jobs_delivery`;--> statement-breakpoint
DROP INDEX `batch_jobs_idempotency`;--> statement-breakpoint
CREATE INDEX `batch_jobs_closing` ON `batch_jobs` (`closing`,`lease_expires_at`) WHERE closing = 'ready' or closing = 'running';--> statement-breakpoint
CREATE INDEX `batch_jobs_delivery` ON `batch_jobs` (`delivery`,`lease_expires_at`) WHERE delivery = 'ready' or delivery = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX `batch_jobs_idempotency` ON `batch_jobs` (`owner_id`,`idempotency_key`) WHERE idempotency_key is not null;--> statement-breakpoint
ALTER TABLE `spans` ADD `within` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
UPDATE `spans` AS `whole` SET `within` = coalesce((SELECT json_group_array(json_object('spanId', `part`.`span_id`, 'parentSpanId', `part`.`parent_span_id`, 'name', `part`.`name`, 'startUs', `part`.`start_us`, 'endUs', `part`.`end_us`, 'status', `part`.`status`, 'attributes', json(`part`.`attributes`), 'events', json(`part`.`events`))) FROM `spans` AS `part` WHERE `part`.`batch_id` = `whole`.`batch_id` AND `part`.`item_id` IS `whole`.`item_id` AND `part`.`parent_span_id` = `whole`.`span_id`), '[]') WHERE `parent_span_id` IS NULL;--> statement-breakpoint
DELETE FROM `spans` WHERE `parent_span_id` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `spans` DROP COLUMN `trace_id`;--> statement-breakpoint
ALTER TABLE `spans` DROP COLUMN `parent_span_id`;
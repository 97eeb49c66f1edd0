DROP INDEX `batch_items_claim`;--> statement-breakpoint
DROP INDEX `batch_items_lease`;--> statement-breakpoint
ALTER TABLE `batch_items` ADD `url` text;--> statement-breakpoint
ALTER TABLE `batch_items` ADD `turn` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `batch_items` ADD `counts` text;--> statement-breakpoint
CREATE INDEX `batch_items_pending` ON `batch_items` (`turn`,`available_at`) WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX `batch_items_retrying` ON `batch_items` (`available_at`) WHERE status = 'retrying';--> statement-breakpoint
CREATE UNIQUE INDEX `batch_items_holder` ON `batch_items` (`lease_token`) WHERE lease_token is not null;--> statement-breakpoint
CREATE INDEX `batch_items_finished` ON `batch_items` (`finished_at`,`status`,`started_at`) WHERE finished_at is not null;--> statement-breakpoint
CREATE INDEX `batch_items_lease` ON `batch_items` (`lease_expires_at`) WHERE lease_expires_at is not null;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_spans` (
	`span_id` text NOT NULL,
	`trace_id` text NOT NULL,
	`parent_span_id` text,
	`batch_id` text NOT NULL,
	`item_id` text,
	`name` text NOT NULL,
	`start_us` integer NOT NULL,
	`end_us` integer NOT NULL,
	`status` text NOT NULL,
	`attributes` text NOT NULL,
	`events` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch_jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_spans`("span_id", "trace_id", "parent_span_id", "batch_id", "item_id", "name", "start_us", "end_us", "status", "attributes", "events") SELECT "span_id", "trace_id", "parent_span_id", "batch_id", "item_id", "name", "start_us", "end_us", "status", "attributes", "events" FROM `spans`;--> statement-breakpoint
DROP TABLE `spans`;--> statement-breakpoint
ALTER TABLE `__new_spans` RENAME TO `spans`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `spans_batch` ON `spans` (`batch_id`,`start_us`);--> statement-breakpoint
CREATE INDEX `spans_item` ON `spans` (`item_id`,`start_us`);--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `delivery` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `delivery_attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `drive_folder_pattern` text;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `delivery_report` text;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `retried_at` integer;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `idle_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `exported_at` integer;--> statement-breakpoint
CREATE INDEX `batch_jobs_delivery` ON `batch_jobs` (`delivery`,`lease_expires_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `batch_jobs_holder` ON `batch_jobs` (`lease_token`) WHERE lease_token is not null;
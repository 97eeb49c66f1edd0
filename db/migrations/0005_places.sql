DROP INDEX `spans_batch`;--> statement-breakpoint
DROP INDEX `spans_item`;--> statement-breakpoint
CREATE INDEX `spans_place` ON `spans` (`batch_id`,`item_id`,`start_us`);--> statement-breakpoint
DROP INDEX `artifacts_item`;--> statement-breakpoint
CREATE INDEX `artifacts_item` ON `artifacts` (`item_id`,`batch_id`);
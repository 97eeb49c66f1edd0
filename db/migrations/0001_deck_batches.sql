ALTER TABLE `batch_items` ADD `url` text;--> statement-breakpoint
ALTER TABLE `batch_items` ADD `counts` text;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `delivery` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `delivery_attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `drive_folder_pattern` text;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `delivery_report` text;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `exported_at` integer;--> statement-breakpoint
CREATE INDEX `batch_jobs_delivery` ON `batch_jobs` (`delivery`,`lease_expires_at`);--> statement-breakpoint
CREATE INDEX `spans_item` ON `spans` (`item_id`,`start_us`);
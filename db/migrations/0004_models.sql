ALTER TABLE `batch_items` ADD `drawn` text;--> statement-breakpoint
ALTER TABLE `batch_items` ADD `usage` text;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `on_model_failure` text;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `max_cost` integer;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `cost` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `unmetered_cost` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `batch_jobs` ADD `unpriced_calls` integer DEFAULT 0 NOT NULL;
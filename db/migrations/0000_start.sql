CREATE TABLE `artifacts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` text NOT NULL,
	`item_id` text,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`blob` text NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch_jobs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `batch_items`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `artifacts_name` ON `artifacts` (`batch_id`,`name`);--> statement-breakpoint
CREATE INDEX `artifacts_item` ON `artifacts` (`item_id`);--> statement-breakpoint
CREATE INDEX `artifacts_blob` ON `artifacts` (`blob`);--> statement-breakpoint
CREATE TABLE `batch_items` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`index` integer NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`prompt` text NOT NULL,
	`source` text NOT NULL,
	`status` text NOT NULL,
	`stage` text,
	`stages_done` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`available_at` integer NOT NULL,
	`lease_token` text,
	`lease_expires_at` integer,
	`started_at` integer,
	`finished_at` integer,
	`error` text,
	FOREIGN KEY (`batch_id`) REFERENCES `batch_jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `batch_items_order` ON `batch_items` (`batch_id`,`index`);--> statement-breakpoint
CREATE INDEX `batch_items_claim` ON `batch_items` (`status`,`index`,`available_at`);--> statement-breakpoint
CREATE INDEX `batch_items_lease` ON `batch_items` (`lease_expires_at`);--> statement-breakpoint
CREATE INDEX `batch_items_source` ON `batch_items` (`source`);--> statement-breakpoint
CREATE TABLE `batch_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`model` text,
	`options` text NOT NULL,
	`message` text NOT NULL,
	`total_items` integer NOT NULL,
	`processed` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`cancelled` integer DEFAULT 0 NOT NULL,
	`running` integer DEFAULT 0 NOT NULL,
	`steps_done` integer DEFAULT 0 NOT NULL,
	`steps_total` integer NOT NULL,
	`total_size` integer DEFAULT 0 NOT NULL,
	`last_seq` integer DEFAULT 0 NOT NULL,
	`closing` text NOT NULL,
	`closing_attempts` integer DEFAULT 0 NOT NULL,
	`lease_token` text,
	`lease_expires_at` integer,
	`idempotency_key` text,
	`request_hash` text,
	`trace_id` text NOT NULL,
	`traceparent` text,
	`keep` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`expires_at` integer
);
--> statement-breakpoint
CREATE INDEX `batch_jobs_newest` ON `batch_jobs` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `batch_jobs_status` ON `batch_jobs` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `batch_jobs_closing` ON `batch_jobs` (`closing`,`lease_expires_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `batch_jobs_idempotency` ON `batch_jobs` (`idempotency_key`);--> statement-breakpoint
CREATE TABLE `events` (
	`batch_id` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`batch_id`, `seq`),
	FOREIGN KEY (`batch_id`) REFERENCES `batch_jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `spans` (
	`span_id` text PRIMARY KEY NOT NULL,
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
CREATE INDEX `spans_batch` ON `spans` (`batch_id`,`start_us`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`media_type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`blob` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `uploads_created` ON `uploads` (`created_at`);--> statement-breakpoint
CREATE INDEX `uploads_blob` ON `uploads` (`blob`);
CREATE TABLE `partial_uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text DEFAULT 'local' NOT NULL,
	`metadata` text NOT NULL,
	`length` integer NOT NULL,
	`created_at` integer NOT NULL
);

ALTER TABLE "learners" ADD COLUMN "scheduler" text DEFAULT 'sm2' NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "scheduler_chosen_by" text DEFAULT 'workspace' NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "retention_percent" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "spread" text DEFAULT 'exact' NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "easy_days" text DEFAULT 'nnnnnnn' NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "max_interval_days" integer DEFAULT 3650 NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "overdue_credit" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "plan_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "stability" double precision;--> statement-breakpoint
ALTER TABLE "progress" ADD COLUMN "difficulty" double precision;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "scheduler" text DEFAULT 'sm2' NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_scheduler_check" CHECK ("learners"."scheduler" in ('sm2', 'fsrs'));--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_scheduler_chosen_by_check" CHECK ("learners"."scheduler_chosen_by" in ('workspace', 'person'));--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_retention_percent_check" CHECK ("learners"."retention_percent" between 80 and 95);--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_spread_check" CHECK ("learners"."spread" in ('exact', 'balanced'));--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_easy_days_check" CHECK ("learners"."easy_days" ~ '^[nf-]{7}$');--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_max_interval_days_check" CHECK ("learners"."max_interval_days" between 1 and 36500);--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_memory_check" CHECK (("progress"."stability" is null) = ("progress"."difficulty" is null));--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_stability_check" CHECK ("progress"."stability" > 0);--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_difficulty_check" CHECK ("progress"."difficulty" between 1 and 10);--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_scheduler_check" CHECK ("workspaces"."scheduler" in ('sm2', 'fsrs'));
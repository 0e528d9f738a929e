ALTER TABLE "learners" ADD COLUMN "new_per_day" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "reviews_per_day" integer;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "per_session" integer DEFAULT 20;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "kind" text DEFAULT 'review' NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_new_per_day_check" CHECK ("learners"."new_per_day" between 0 and 1000);--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_reviews_per_day_check" CHECK ("learners"."reviews_per_day" between 1 and 10000);--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_per_session_check" CHECK ("learners"."per_session" between 1 and 200);--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_kind_check" CHECK ("sessions"."kind" in ('review', 'quiz'));--> statement-breakpoint
UPDATE "sessions" SET "kind" = 'quiz' WHERE "session_id" LIKE 'quiz-%';
ALTER TABLE "learners" ADD COLUMN "daily_minute" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "daily_from" date;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_daily_minute_check" CHECK ("learners"."daily_minute" between 0 and 59);
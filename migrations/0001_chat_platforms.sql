CREATE TABLE "chat_events" (
	"platform" text NOT NULL,
	"event" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "chat_events_platform_event_pk" PRIMARY KEY("platform","event")
);
--> statement-breakpoint
CREATE TABLE "chat_sends" (
	"platform" text NOT NULL,
	"key" text NOT NULL,
	"tries" integer NOT NULL,
	"begun_at" timestamp(3) with time zone NOT NULL,
	"sent_at" timestamp(3) with time zone,
	CONSTRAINT "chat_sends_platform_key_pk" PRIMARY KEY("platform","key"),
	CONSTRAINT "chat_sends_tries_check" CHECK ("chat_sends"."tries" >= 1)
);
--> statement-breakpoint
CREATE TABLE "installations" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"installed_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "time_zone_from" text DEFAULT 'assumed' NOT NULL;--> statement-breakpoint
CREATE INDEX "chat_events_at_idx" ON "chat_events" USING btree ("platform","at");--> statement-breakpoint
CREATE INDEX "chat_sends_begun_idx" ON "chat_sends" USING btree ("platform","begun_at");--> statement-breakpoint
CREATE INDEX "learners_homes_idx" ON "learners" USING btree ("learner_id","created_at");--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_time_zone_from_check" CHECK ("learners"."time_zone_from" in ('assumed', 'platform', 'person'));--> statement-breakpoint
-- By hand: whether the person or their browser named the zone was not kept. As the person's own, nothing replaces it.
UPDATE "learners" SET "time_zone_from" = 'person' WHERE "time_zone" <> 'UTC';

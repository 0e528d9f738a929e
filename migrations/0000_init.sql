CREATE TABLE "cards" (
	"workspace_id" text NOT NULL,
	"card_id" text NOT NULL,
	"deck_id" text NOT NULL,
	"passage_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"paused" boolean NOT NULL,
	"front" text NOT NULL,
	"back" text NOT NULL,
	"context" text[] NOT NULL,
	"hint" text,
	"choices" text[],
	"tags" text[] NOT NULL,
	"source_file" text NOT NULL,
	"source_line" integer NOT NULL,
	CONSTRAINT "cards_workspace_id_card_id_pk" PRIMARY KEY("workspace_id","card_id"),
	CONSTRAINT "cards_kind_check" CHECK ("cards"."kind" in ('basic', 'reversed', 'cloze', 'choice')),
	CONSTRAINT "cards_position_check" CHECK ("cards"."position" >= 0),
	CONSTRAINT "cards_source_line_check" CHECK ("cards"."source_line" >= 1)
);
--> statement-breakpoint
CREATE TABLE "decks" (
	"workspace_id" text NOT NULL,
	"deck_id" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"source" text NOT NULL,
	"version" integer NOT NULL,
	"content_hash" text NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "decks_workspace_id_deck_id_pk" PRIMARY KEY("workspace_id","deck_id"),
	CONSTRAINT "decks_version_check" CHECK ("decks"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"workspace_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"local_date" date NOT NULL,
	"session_id" text NOT NULL,
	"claims" integer NOT NULL,
	"claimed_at" timestamp(3) with time zone NOT NULL,
	"lease_until" timestamp(3) with time zone NOT NULL,
	"outcome" text,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "deliveries_workspace_id_learner_id_local_date_pk" PRIMARY KEY("workspace_id","learner_id","local_date"),
	CONSTRAINT "deliveries_outcome_check" CHECK ("deliveries"."outcome" in ('sent', 'nothing-due', 'gone', 'forbidden')),
	CONSTRAINT "deliveries_finished_check" CHECK (("deliveries"."outcome" is null) = ("deliveries"."finished_at" is null))
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"workspace_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"daily_hour" integer,
	"destination" json,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "learners_workspace_id_learner_id_pk" PRIMARY KEY("workspace_id","learner_id"),
	CONSTRAINT "learners_daily_hour_check" CHECK ("learners"."daily_hour" between 0 and 23)
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"workspace_id" text NOT NULL,
	"deck_id" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"content_hash" text NOT NULL,
	"applied_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "notes_workspace_id_deck_id_version_pk" PRIMARY KEY("workspace_id","deck_id","version")
);
--> statement-breakpoint
CREATE TABLE "passages" (
	"workspace_id" text NOT NULL,
	"deck_id" text NOT NULL,
	"passage_id" text NOT NULL,
	"section_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"headings" text[] NOT NULL,
	"aliases" text[] NOT NULL,
	"body" text NOT NULL,
	"source_file" text NOT NULL,
	"source_line" integer NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "passages_workspace_id_deck_id_passage_id_pk" PRIMARY KEY("workspace_id","deck_id","passage_id"),
	CONSTRAINT "passages_kind_check" CHECK ("passages"."kind" in ('section', 'term')),
	CONSTRAINT "passages_source_line_check" CHECK ("passages"."source_line" >= 1)
);
--> statement-breakpoint
CREATE TABLE "picks" (
	"workspace_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"card_id" text NOT NULL,
	"picked_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "picks_workspace_id_learner_id_card_id_pk" PRIMARY KEY("workspace_id","learner_id","card_id")
);
--> statement-breakpoint
CREATE TABLE "progress" (
	"workspace_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"card_id" text NOT NULL,
	"repetitions" integer NOT NULL,
	"ease_hundredths" integer NOT NULL,
	"interval_days" integer NOT NULL,
	"due" date NOT NULL,
	"last_reviewed_on" date NOT NULL,
	"reviews" integer NOT NULL,
	"lapses" integer NOT NULL,
	CONSTRAINT "progress_workspace_id_learner_id_card_id_pk" PRIMARY KEY("workspace_id","learner_id","card_id"),
	CONSTRAINT "progress_repetitions_check" CHECK ("progress"."repetitions" >= 0),
	CONSTRAINT "progress_ease_check" CHECK ("progress"."ease_hundredths" >= 130),
	CONSTRAINT "progress_interval_check" CHECK ("progress"."interval_days" >= 1),
	CONSTRAINT "progress_due_check" CHECK ("progress"."due" > "progress"."last_reviewed_on"),
	CONSTRAINT "progress_reviews_check" CHECK ("progress"."reviews" >= 1),
	CONSTRAINT "progress_lapses_check" CHECK ("progress"."lapses" between 0 and "progress"."reviews")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"workspace_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"number" integer NOT NULL,
	"session_id" text NOT NULL,
	"turn" integer NOT NULL,
	"card_id" text NOT NULL,
	"quality" integer NOT NULL,
	"purpose" text NOT NULL,
	"local_date" date NOT NULL,
	"reviewed_at" timestamp(3) with time zone NOT NULL,
	"interval_days_before" integer,
	"due_before" date,
	"interval_days_after" integer,
	"ease_hundredths_after" integer,
	"due_after" date,
	CONSTRAINT "reviews_workspace_id_learner_id_number_pk" PRIMARY KEY("workspace_id","learner_id","number"),
	CONSTRAINT "reviews_number_check" CHECK ("reviews"."number" >= 1),
	CONSTRAINT "reviews_turn_check" CHECK ("reviews"."turn" >= 1),
	CONSTRAINT "reviews_quality_check" CHECK ("reviews"."quality" between 0 and 5),
	CONSTRAINT "reviews_purpose_check" CHECK ("reviews"."purpose" in ('plan', 'drill'))
);
--> statement-breakpoint
CREATE TABLE "room_entries" (
	"workspace_id" text NOT NULL,
	"entry_id" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"key" text NOT NULL,
	"author_id" text,
	"author_name" text,
	"only_for" text,
	"content" json NOT NULL,
	"written_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "room_entries_workspace_id_entry_id_pk" PRIMARY KEY("workspace_id","entry_id"),
	CONSTRAINT "room_entries_author_check" CHECK (("room_entries"."author_id" is null) = ("room_entries"."author_name" is null)),
	CONSTRAINT "room_entries_revision_check" CHECK ("room_entries"."revision" >= "room_entries"."entry_id")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"workspace_id" text NOT NULL,
	"session_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"deck_id" text,
	"plan" text[] NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"started_on" date NOT NULL,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "sessions_workspace_id_session_id_pk" PRIMARY KEY("workspace_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_deck_fk" FOREIGN KEY ("workspace_id","deck_id") REFERENCES "public"."decks"("workspace_id","deck_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decks" ADD CONSTRAINT "decks_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_learner_fk" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_deck_fk" FOREIGN KEY ("workspace_id","deck_id") REFERENCES "public"."decks"("workspace_id","deck_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_deck_fk" FOREIGN KEY ("workspace_id","deck_id") REFERENCES "public"."decks"("workspace_id","deck_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picks" ADD CONSTRAINT "picks_learner_fk" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picks" ADD CONSTRAINT "picks_card_fk" FOREIGN KEY ("workspace_id","card_id") REFERENCES "public"."cards"("workspace_id","card_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_learner_fk" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_card_fk" FOREIGN KEY ("workspace_id","card_id") REFERENCES "public"."cards"("workspace_id","card_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_learner_fk" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_session_fk" FOREIGN KEY ("workspace_id","session_id") REFERENCES "public"."sessions"("workspace_id","session_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_card_fk" FOREIGN KEY ("workspace_id","card_id") REFERENCES "public"."cards"("workspace_id","card_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_entries" ADD CONSTRAINT "room_entries_workspace_id_rooms_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."rooms"("workspace_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_learner_fk" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_deck_fk" FOREIGN KEY ("workspace_id","deck_id") REFERENCES "public"."decks"("workspace_id","deck_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cards_order_idx" ON "cards" USING btree ("workspace_id","deck_id","position");--> statement-breakpoint
CREATE INDEX "deliveries_open_idx" ON "deliveries" USING btree ("lease_until") WHERE "deliveries"."outcome" is null;--> statement-breakpoint
CREATE INDEX "learners_daily_idx" ON "learners" USING btree ("time_zone","daily_hour") WHERE "learners"."daily_hour" is not null;--> statement-breakpoint
CREATE INDEX "passages_section_idx" ON "passages" USING btree ("workspace_id","section_id");--> statement-breakpoint
CREATE INDEX "progress_due_idx" ON "progress" USING btree ("workspace_id","learner_id","due");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_turn_key" ON "reviews" USING btree ("workspace_id","session_id","turn");--> statement-breakpoint
CREATE INDEX "reviews_date_idx" ON "reviews" USING btree ("workspace_id","local_date","learner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "room_entries_revision_key" ON "room_entries" USING btree ("workspace_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "room_entries_key_key" ON "room_entries" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "sessions_open_idx" ON "sessions" USING btree ("workspace_id","learner_id","started_on") WHERE "sessions"."ended_at" is null;
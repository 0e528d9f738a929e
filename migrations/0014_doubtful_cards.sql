CREATE TABLE "doubtful_cards" (
	"workspace_id" text NOT NULL,
	"deck_id" text NOT NULL,
	"card_id" text NOT NULL,
	"passage_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"front" text NOT NULL,
	"back" text NOT NULL,
	"context" text[] NOT NULL,
	"hint" text,
	"choices" text[],
	"tags" text[] NOT NULL,
	"source_file" text NOT NULL,
	"source_line" integer NOT NULL,
	"reason" text NOT NULL,
	"score" double precision NOT NULL,
	"refused_by" text,
	"refused_at" timestamp(3) with time zone,
	CONSTRAINT "doubtful_cards_workspace_id_deck_id_card_id_pk" PRIMARY KEY("workspace_id","deck_id","card_id"),
	CONSTRAINT "doubtful_cards_kind_check" CHECK ("doubtful_cards"."kind" in ('basic', 'reversed', 'cloze', 'choice')),
	CONSTRAINT "doubtful_cards_position_check" CHECK ("doubtful_cards"."position" >= 0),
	CONSTRAINT "doubtful_cards_source_line_check" CHECK ("doubtful_cards"."source_line" >= 1),
	CONSTRAINT "doubtful_cards_score_check" CHECK ("doubtful_cards"."score" between 0 and 1),
	CONSTRAINT "doubtful_cards_refused_check" CHECK (("doubtful_cards"."refused_by" is null) = ("doubtful_cards"."refused_at" is null))
);
--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "taken_by" text;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "taken_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "sureness" text DEFAULT 'likely' NOT NULL;--> statement-breakpoint
ALTER TABLE "doubtful_cards" ADD CONSTRAINT "doubtful_cards_deck_fk" FOREIGN KEY ("workspace_id","deck_id") REFERENCES "public"."decks"("workspace_id","deck_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_taken_by_check" CHECK (("cards"."taken_by" is null) = ("cards"."taken_at" is null));--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_sureness_check" CHECK ("workspaces"."sureness" in ('sure', 'likely', 'all'));
ALTER TABLE "reviews" DROP CONSTRAINT "reviews_purpose_check";--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "repetitions_after" integer;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "last_reviewed_after" date;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "reviews_after" integer;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "lapses_after" integer;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_restored_check" CHECK (("reviews"."purpose" = 'restored') = (num_nulls("reviews"."repetitions_after", "reviews"."last_reviewed_after",
        "reviews"."reviews_after", "reviews"."lapses_after") = 0));--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_purpose_check" CHECK ("reviews"."purpose" in ('plan', 'drill', 'restored'));
ALTER TABLE "reviews" DROP CONSTRAINT "reviews_purpose_check";--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "takes_back" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_taken_back_key" ON "reviews" USING btree ("workspace_id","learner_id","takes_back") WHERE "reviews"."takes_back" is not null;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_takes_back_check" CHECK (("reviews"."purpose" = 'undo') = ("reviews"."takes_back" is not null));--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_purpose_check" CHECK ("reviews"."purpose" in ('plan', 'drill', 'restored', 'skip', 'undo'));
CREATE TYPE "public"."briefing_kind" AS ENUM('morning', 'evening', 'weekly');--> statement-breakpoint
CREATE TYPE "public"."lead_event" AS ENUM('demo', 'call', 'meeting', 'reply', 'contract');--> statement-breakpoint
CREATE TYPE "public"."pause_reason" AS ENUM('paused', 'replied', 'waiting');--> statement-breakpoint
CREATE TYPE "public"."step_anchor" AS ENUM('start', 'previous', 'demo', 'call', 'meeting', 'reply', 'contract', 'pinned');--> statement-breakpoint
ALTER TYPE "public"."activity_kind" ADD VALUE 'moved';--> statement-breakpoint
ALTER TYPE "public"."activity_kind" ADD VALUE 'undone';--> statement-breakpoint
ALTER TYPE "public"."activity_kind" ADD VALUE 'paused';--> statement-breakpoint
ALTER TYPE "public"."activity_kind" ADD VALUE 'resumed';--> statement-breakpoint
ALTER TYPE "public"."activity_kind" ADD VALUE 'event';--> statement-breakpoint
ALTER TYPE "public"."activity_kind" ADD VALUE 'restored';--> statement-breakpoint
ALTER TYPE "public"."chat_message_kind" ADD VALUE 'briefing';--> statement-breakpoint
ALTER TYPE "public"."chat_message_kind" ADD VALUE 'question';--> statement-breakpoint
ALTER TYPE "public"."step_status" ADD VALUE 'cancelled';--> statement-breakpoint
CREATE TABLE "acts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "acts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lead_id" uuid NOT NULL,
	"step_id" uuid,
	"moves" jsonb NOT NULL,
	"moved_by" integer NOT NULL,
	"before" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "briefings" (
	"user_id" bigint NOT NULL,
	"kind" "briefing_kind" NOT NULL,
	"hour" integer NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "briefings_user_id_kind_pk" PRIMARY KEY("user_id","kind")
);
--> statement-breakpoint
CREATE TABLE "lead_bin" (
	"lead_id" uuid PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"name" text NOT NULL,
	"deleted_at" timestamp with time zone NOT NULL,
	"rows" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead_events" (
	"lead_id" uuid NOT NULL,
	"event" "lead_event" NOT NULL,
	"happens_local" text NOT NULL,
	CONSTRAINT "lead_events_lead_id_event_pk" PRIMARY KEY("lead_id","event")
);
--> statement-breakpoint
ALTER TABLE "plan_steps" ALTER COLUMN "due_local" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_steps" ALTER COLUMN "due_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "briefing" "briefing_kind";--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "question" text;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "pause_reason" "pause_reason";--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "waiting_for" text;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "wake_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "woken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD COLUMN "anchor" "step_anchor" DEFAULT 'start' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD COLUMN "counted_from" text;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD COLUMN "spacing_days" integer;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD COLUMN "moves" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD COLUMN "snoozes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD COLUMN "nudge_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD COLUMN "nudged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "zone_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "declined_zone" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "window_opens" integer DEFAULT 9 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "window_closes" integer DEFAULT 18 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "working_days" integer[] DEFAULT '{1,2,3,4,5}' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "count_working_days" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "holidays" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "away_from" date;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "away_until" date;--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_step_id_plan_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."plan_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefings" ADD CONSTRAINT "briefings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_bin" ADD CONSTRAINT "lead_bin_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_events" ADD CONSTRAINT "lead_events_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acts_lead" ON "acts" USING btree ("lead_id","id");--> statement-breakpoint
CREATE INDEX "acts_step" ON "acts" USING btree ("step_id");--> statement-breakpoint
CREATE INDEX "acts_at" ON "acts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "briefings_next" ON "briefings" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "lead_bin_user" ON "lead_bin" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "lead_bin_deleted" ON "lead_bin" USING btree ("deleted_at");--> statement-breakpoint
CREATE INDEX "leads_to_wake" ON "leads" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX "reminders_to_nudge" ON "scheduled_reminders" USING btree ("nudge_at") WHERE status = 'sent' and nudge_at is not null;
--> statement-breakpoint
UPDATE "users" SET "window_opens" = least(9, "reminder_hour"), "window_closes" = greatest(18, "reminder_hour");
--> statement-breakpoint
UPDATE "plan_steps" SET "anchor" = 'pinned' WHERE "due_source" = 'person';
--> statement-breakpoint
UPDATE "plan_steps" SET "counted_from" = to_char("created_at" AT TIME ZONE "time_zone", 'YYYY-MM-DD"T"HH24:MI') WHERE "due_source" <> 'person';
--> statement-breakpoint
UPDATE "plan_steps" SET "spacing_days" = "days" - "days" % 3 FROM (SELECT "id" AS "of", greatest(3, left("due_local", 10)::date - left("counted_from", 10)::date) AS "days" FROM "plan_steps" WHERE "due_source" = 'default') AS "spaced" WHERE "id" = "of";
--> statement-breakpoint
INSERT INTO "briefings" ("user_id", "kind", "hour", "next_at") SELECT "id", 'morning', "reminder_hour", now() - interval '1 day' FROM "users";

ALTER TYPE "public"."chat_message_kind" ADD VALUE 'digest';--> statement-breakpoint
CREATE TABLE "dead_updates" (
	"update_id" bigint PRIMARY KEY NOT NULL,
	"payload" jsonb NOT NULL,
	"error" text NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery_log" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "delivery_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reminder_id" uuid NOT NULL,
	"status" "reminder_status" NOT NULL,
	"cause" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "delivery_log_reminder_id_id_pk" PRIMARY KEY("reminder_id","id")
);
--> statement-breakpoint
CREATE TABLE "instances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "send_gate" (
	"id" integer PRIMARY KEY NOT NULL,
	"free_at" timestamp with time zone NOT NULL,
	"closed_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "test_reminders" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_registration" (
	"id" integer PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "reminders_pending_by_due";--> statement-breakpoint
DROP INDEX "reminders_user";--> statement-breakpoint
DROP INDEX "reminders_in_flight";--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "step_ids" uuid[];--> statement-breakpoint
ALTER TABLE "processed_updates" ADD COLUMN "taken_by" uuid;--> statement-breakpoint
ALTER TABLE "processed_updates" ADD COLUMN "handled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD COLUMN "send_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD COLUMN "sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD COLUMN "unconfirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD COLUMN "claimed_by" uuid;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "quiet_until" timestamp with time zone;--> statement-breakpoint
UPDATE "scheduled_reminders" SET
	"send_at" = greatest("due_at", "retry_at"),
	"sent_at" = CASE WHEN "status" = 'sent' OR ("status" IN ('done', 'skipped', 'cancelled') AND "message_id" IS NOT NULL) THEN "last_reminded_at" END,
	"unconfirmed_at" = CASE WHEN "status" IN ('sending', 'unconfirmed') OR ("status" = 'sent' AND "last_error" IS NOT NULL)
		OR ("status" IN ('done', 'skipped', 'cancelled') AND "message_id" IS NULL) THEN "last_reminded_at" END,
	"status" = CASE WHEN "status" = 'sending' THEN 'unconfirmed' ELSE "status" END;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ALTER COLUMN "send_at" SET NOT NULL;--> statement-breakpoint
UPDATE "processed_updates" SET "handled_at" = "at";--> statement-breakpoint
INSERT INTO "send_gate" ("id", "free_at") VALUES (1, now());--> statement-breakpoint
ALTER TABLE "delivery_log" ADD CONSTRAINT "delivery_log_reminder_id_scheduled_reminders_id_fk" FOREIGN KEY ("reminder_id") REFERENCES "public"."scheduled_reminders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_reminders" ADD CONSTRAINT "test_reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dead_updates_at" ON "dead_updates" USING btree ("at");--> statement-breakpoint
CREATE INDEX "delivery_log_at" ON "delivery_log" USING brin ("at");--> statement-breakpoint
CREATE INDEX "chat_messages_digest" ON "chat_messages" USING gin ("step_ids") WHERE step_ids is not null;--> statement-breakpoint
CREATE INDEX "reminders_to_send" ON "scheduled_reminders" USING btree ("send_at") WHERE status in ('pending', 'unconfirmed') and claimed_by is null;--> statement-breakpoint
CREATE INDEX "reminders_of_user" ON "scheduled_reminders" USING btree ("user_id","send_at");--> statement-breakpoint
CREATE INDEX "reminders_in_flight" ON "scheduled_reminders" USING btree ("claimed_by") WHERE claimed_by is not null;
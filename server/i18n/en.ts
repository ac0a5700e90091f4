/**
 * Every text the bot sends, as Markdown with ICU placeholders (unicode-org.github.io/icu, "Formatting Messages").
 * Values are put in as literal text by telegram/say.ts, whatever characters they hold.
 */
export const en = {
  'start.greeting': `👋 **Hi {name}, I am Followthrough.**

1️⃣ Tell me who you met: I draft a plan of follow-ups.
2️⃣ When a step is due, I remind you, with a message ready to send.
3️⃣ Done, snooze or skip, here or in the app: both always agree.
4️⃣ When a lead goes quiet, I nudge you. Nothing you promised gets lost.

Try it: \`/add Anna Petrova, CTO at Acme, met at the fair, wants a demo\``,

  help: `**What I understand**

/add – a new lead: name, role at company, what they want
/today – what to do now
/leads – all leads, the next step first
/settings – time zone and reminder hour
/help – this list

Reply to a reminder to add a note to its lead. Send me any other text and I offer to make it a lead.`,

  'add.prompt': `**Who is it?** Answer with a line like
_Anna Petrova, CTO at Acme, met at the fair, wants a demo_`,
  'add.noName': 'I could not find a name in that. Start with it: _Anna Petrova, CTO at Acme, wants a demo_',
  'add.offer': 'Add **{name}** as a lead?',
  'add.cancelled': 'All right, nothing was added.',
  'add.lostText': 'I can no longer see the text. Please send it again.',

  'lead.who': '**{name}**',
  'lead.whoAtCompany': '**{name}** · {company}',
  'lead.deleted': '🗑 _This lead was deleted. Nothing more will be sent about it._',

  'plan.drafting': '✍️ Drafting the plan…',
  'plan.failed':
    'I could not draft a plan. Your lead is safe: try again, or write the steps yourself in the app.',
  'plan.none': 'No plan yet.',
  'plan.replace':
    'Replace {count, plural, one {the open step} other {the # open steps}} of the plan for **{name}**? What is done stays.',
  'plan.kept': 'All right, the plan for **{name}** stays as it is.',
  'plan.heading': 'Plan “{title}”, {count, plural, one {# step} other {# steps}}:',
  'plan.step': '{place}. {title} · _{due}_',
  'plan.stepDone': '✅ ~~{title}~~',
  'plan.stepSkipped': '➖ ~~{title}~~',
  'plan.more': '… and {count} more',

  'reminder.heading': '🔔 {lead}\n**{title}** · step {place} of {count}',
  'reminder.unconfirmed':
    '⚠️ I could not confirm that my reminder about this step reached you, so here it is once more.\n\n{heading}',
  'reminder.late': '{heading}\n⏳ _Late: this was due {due}. I could not send it in time._',
  'reminder.draft': '> {draft}',
  'reminder.readOn': '_… Open to read on_',
  'reminder.why': 'Why now: {why}',
  'reminder.due': '_{timing, select, none {} other {{words} · }}{due}_',
  'reminder.done': '✅ ~~{title}~~\n{lead}\nDone {at}',
  'reminder.skipped': '➖ ~~{title}~~\n{lead}\nSkipped {at}',
  'reminder.snoozed': '💤 **{title}**\n{lead}\nSnoozed until {until}',
  'reminder.gone': '_This step is no longer in the plan._',
  'reminder.closed': '🏁 **{title}**\n{lead}\nThis lead is closed ({status}): no more reminders.',
  'reminder.next': 'Next: {title}, {due}',
  'reminder.last': 'That was the last open step of the plan. 🎉',

  'digest.due': '🔔 **{count, plural, one {# step is due} other {# steps are due}}**',
  'digest.late':
    '⏳ _Late: I could not send {which, select, one {it} all {these} other {those marked ⏳}} in time._',
  'digest.unconfirmed':
    '⚠️ I could not confirm that my reminders about these steps reached you, so here they are once more.',
  'digest.settled': '✔️ **Nothing in this list is waiting for you any more.**',
  'digest.gone': '_These steps are no longer in a plan._',
  'digest.line': '{place}. {lead}\n{step}',
  'digest.step': '{late, select, yes {⏳ } other {}}{title} · _{due}_',
  'digest.done': '✅ ~~{title}~~ · _done {at}_',
  'digest.skipped': '➖ ~~{title}~~ · _skipped {at}_',
  'digest.snoozed': '💤 {title} · _snoozed until {until}_',
  'digest.closed': '🏁 {title} · _this lead is closed ({status})_',

  'answer.done': '✅ Done',
  'answer.alreadyDone': 'Already done on {at}',
  'answer.skipped': 'Skipped',
  'answer.alreadySkipped': 'Already skipped on {at}',
  'answer.open': 'Open again',
  'answer.alreadyOpen': 'It is open',
  'answer.snoozed': 'Snoozed until {until}',
  'answer.notOpen': 'This step is no longer open',
  'answer.notFound': 'This is not here any more',
  'answer.drafting': 'Drafting the plan…',
  'answer.closed': 'This lead is closed',
  'answer.notNow': 'All right, I will not ask for {days} days',
  'answer.old': 'This button is from an older version. Use /today for what is true now.',

  'note.saved': '📝 Noted for **{name}**.',
  'note.noLead': 'That lead was deleted, so the note has no place. Nothing was saved.',
  'note.tooLong': 'That note is too long: 4000 characters at most. Nothing was saved.',

  'leads.empty': `No leads yet. Add the first one:
\`/add Anna Petrova, CTO at Acme, met at the fair, wants a demo\``,
  'leads.heading':
    '**Your leads** · {open} open{overdue, plural, =0 {} one {, # overdue} other {, # overdue}}',
  'leads.line': '{late, select, yes {🔴 } other {}}{lead}\n{next}',
  'leads.next': '{title} · _{due}_',
  'leads.nextSnoozed': '{title} · _💤 {until}_',
  'leads.drafting': '_drafting the plan…_',
  'leads.quiet': '_no open step_',
  'leads.closed': '_{status}_',
  'leads.page': '_Page {page} of {pages}_',

  'today.heading': '**{date}**',
  'today.empty': 'Nothing to do today. 🎉',
  'today.overdue': '**Overdue**',
  'today.today': '**Today**',
  'today.step': '{title} · {who} · _{due}_',
  'today.stepSnoozed': '{title} · {who} · _💤 {until}_',
  'today.settled': '{count, plural, one {# step} other {# steps}} already settled today.',
  'today.more': '… and {count} more in the app',

  settings: `**Settings**

Time zone: {timeZone}{known, select, yes {} other { _(open the app once and I take it from your device)_}}
Reminders at: {hour}, Monday to Friday`,

  'test.reminder': `🔔 **This is a test reminder**

You asked for it on {asked}; it was on its way for {took}.

_A real one names the lead and the step, with your draft and buttons for Done, Snooze and Skip._`,

  'followup.heading': '🕰 {lead}\nQuiet for {days, plural, one {# day} other {# days}}, and no step ahead.',
  'followup.ask': 'What should happen next?',
  'followup.list': '🕰 **{count} leads went quiet** and have no step ahead:',
  'followup.line': '{lead} · _{days, plural, one {# day} other {# days}}_',

  'dead.empty': 'Nothing waits here: I could handle everything people sent. 🎉',
  'dead.heading':
    '**{count, plural, one {# update} other {# updates}} I could not handle**, the newest first. Trying one again answers the person.',
  'dead.line':
    '{place}. {kind, select, message {A message} tap {A button} other {Blocked or unblocked}} · _{at}_ · {attempts, plural, one {# attempt} other {# attempts}}\n{error}',
  'dead.handled': 'Handled: it is off the list',
  'dead.failedAgain': 'It failed again: {error}',
  'dead.forgotten': 'Forgotten',
  'dead.changed': 'This list was old: here is the new one',

  'error.failed':
    'Something went wrong on my side. Look at /today or /leads to see what was saved, then try again.',

  'button.openApp': '📋 Open the app',
  'button.open': 'Open',
  'button.openPlan': 'Open plan',
  'button.openSettings': 'Open settings',
  'button.addLead': '➕ Add a lead',
  'button.today': '☀️ Today',
  'button.help': '❔ Help',
  'button.yesAdd': '➕ Add as a lead',
  'button.no': 'No',
  'button.done': '✓ Done',
  'button.snooze': 'Snooze 1 day',
  'button.skip': 'Skip',
  'button.copy': 'Copy draft',
  'button.undo': 'Undo',
  'button.doneOne': '✓ Done {place}',
  'button.snoozeOne': 'Snooze {place}',
  'button.skipOne': 'Skip {place}',
  'button.undoOne': 'Undo {place}',
  'button.openOne': 'Open {place}',
  'button.retry': 'Try again',
  'button.write': 'Write the steps',
  'button.draftAgain': 'Draft again',
  'button.replace': 'Yes, draft again',
  'button.keep': 'Keep the plan',
  'button.draftPlan': 'Draft next steps',
  'button.notNow': 'Not now',
  'button.deadRetry': 'Try {place} again',
  'button.deadForget': 'Forget {place}',
  'button.previous': '‹ Previous',
  'button.next': 'Next ›',

  'command.add': 'Add a lead',
  'command.today': 'What to do now',
  'command.leads': 'All leads, the next step first',
  'command.settings': 'Time zone and reminder hour',
  'command.help': 'What I understand',
  'command.start': 'Start, or start again',
  'command.dead': 'What I could not handle',
  'menu.button': 'Open',
} as const satisfies Record<string, string>;

export type MessageKey = keyof typeof en;

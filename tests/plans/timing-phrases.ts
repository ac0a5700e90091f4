export type Language = 'en' | 'ru' | 'de' | 'es' | 'pt';

/** A timing as people write it, and when it is due counted from `base`; null where it must not be understood. */
export type Phrase = { language: Language; text: string; due: string | null };

/** Tuesday, 3 February 2026, 09:00. */
export const base = new Date('2026-02-03T09:00:00Z');

/** "Text | day", with a time of day where it is not that of the base; "-" where it says nothing about when. */
const english = `
Tuesday | 2026-02-10
coming Monday | 2026-02-09
by Friday | 2026-02-06
EOD | 2026-02-03T17:00
COB Thursday | 2026-02-05T17:00
Friday at 3pm | 2026-02-06T15:00
Wednesday at 2:30 PM EST | 2026-02-04T19:30
Monday morning | 2026-02-09
Friday night | 2026-02-06T19:00
first thing Monday morning | 2026-02-09
tomorrow at noon | 2026-02-04T12:00
tomorrow by 5pm | 2026-02-04T17:00
at 10am on Friday | 2026-02-06T10:00
this afternoon | 2026-02-03T14:00
later today | 2026-02-03
by EOD today | 2026-02-03T17:00
noon | 2026-02-03T12:00
4 PM | 2026-02-03T16:00
Mondays | -
Mon-Fri 9-5 | -
Weekdays 9-5 | -
the Monday after the call | 2026-02-09
the following Monday | 2026-02-09
the next Monday | 2026-02-09
2 days after Friday | 2026-02-08
Monday of next week | 2026-02-09
Week 2, Thursday | 2026-02-12
Week 1 Day 3 | 2026-02-06
weekend | 2026-02-07
over the weekend | 2026-02-07
beginning of next week | 2026-02-09
mid next week | 2026-02-11
mid-week | 2026-02-04
this week | 2026-02-06
within the week | 2026-02-10
next 2 weeks | 2026-02-17
in a week's time | 2026-02-10
the week after next | 2026-02-16
the week after | 2026-02-10
by end of week | 2026-02-06
before the weekend | 2026-02-06
end of the month | 2026-02-28
end of this month | 2026-02-28
mid-March | 2026-03-15
early March | 2026-03-01
end of March | 2026-03-31
March 2026 | 2026-03-01
first week of March | 2026-03-01
EOQ | 2026-03-31
early Q2 | 2026-04-01
Q2 2026 | 2026-04-01
next month | 2026-03-03
end of year | 2026-12-31
in the new year | -
Month 2-3 | 2026-03-03
3 months | 2026-05-03
every quarter | -
6-12 months | 2026-08-03
after 90 days | 2026-05-04
30-60-90 day plan | -
3 March | 2026-03-03
March 3rd, 2026 | 2026-03-03
on March 3rd at 10am | 2026-03-03T10:00
Tue Mar 3 | 2026-03-03
20 Feb | 2026-02-20
Feb 20, 2026 2:00 PM | 2026-02-20T14:00
December 25 | 2026-12-25
Feb 30 | -
2026-03-15 10:00 | 2026-03-15T10:00
03/15/2026 | 2026-03-15
15/03/2026 | 2026-03-15
3/15 | 2026-03-15
the 15th | 2026-02-15
the 1st of next month | 2026-03-01
first of the month | 2026-03-01
January 5, 2024 | -
by March 15th | 2026-03-15
March 3-5 | 2026-03-03
until Friday | -
not on Monday | -
avoid Mondays | -
within an hour | 2026-02-03T10:00
in half an hour | 2026-02-03T09:30
in 1.5 hours | 2026-02-03T10:30
2h | 2026-02-03T11:00
24-48h | 2026-02-04
24 to 48 hours | 2026-02-04
within 2 business hours | 2026-02-03T11:00
T+1h | 2026-02-03T10:00
+24h | 2026-02-04
0-24 hours | 2026-02-03
less than 2 hours | 2026-02-03T11:00
no more than 48 hours after | 2026-02-05
24/7 | -
5 min after signup | 2026-02-03T09:05
within 5 min of form submission | 2026-02-03T09:05
a few hours after the call | 2026-02-03T12:00
in the next few days | 2026-02-06
2-3 days | 2026-02-05
2 to 3 days after first email | 2026-02-05
3 or 4 days after | 2026-02-06
within 1-2 business days | 2026-02-04
next working day at 9am | 2026-02-04
2nd business day | 2026-02-05
the following business day | 2026-02-04
5 BD | 2026-02-10
+3 business days | 2026-02-06
ten working days | 2026-02-17
one day later | 2026-02-04
the next day | 2026-02-04
day after | 2026-02-04
the day after tomorrow | 2026-02-05
3 days from now | 2026-02-06
Day 3 AM | 2026-02-06
Day 3 (morning) | 2026-02-06
Day 3 - follow-up email | 2026-02-06
D+3 | 2026-02-06
D+0 | 2026-02-03
T+3d | 2026-02-06
Day #3 | 2026-02-06
3rd day | 2026-02-06
After Day 3 | 2026-02-06
Day 3/4 | 2026-02-06
Days 1,3,7,14 | 2026-02-04
Day 1-Day 3 | 2026-02-04
Day 0/1 | 2026-02-03
Day_3 | 2026-02-06
after_3_days | 2026-02-06
1 week after | 2026-02-10
a week later | 2026-02-10
2w | 2026-02-17
1 wk | 2026-02-10
W2 | 2026-02-10
M+1 | -
biweekly | -
weekly | -
twice a month | -
for 3 days | -
after 2 weeks of silence | 2026-02-17
no response for 5 days | 2026-02-08
no response in 48 hours | 2026-02-05
If no reply after 5 business days | 2026-02-10
if there's no response by Friday | 2026-02-06
after reply | -
as soon as they respond | -
3 days w/ no reply | 2026-02-06
3 days no reply | 2026-02-06
after 30 days of inactivity | 2026-03-05
ghosted 2 weeks | 2026-02-17
after 2 unanswered emails | -
in 2 days, if they opened the email | 2026-02-05
Once you know they replied, 5 days later | 2026-02-08
2 weeks after the demo | 2026-02-17
post-demo + 2 days | 2026-02-05
3 days following the meeting | 2026-02-06
24h after Step 1 | 2026-02-04
3 days after step 2 | 2026-02-06
after Step 1 + 3 days | -
3 days after prior touch | 2026-02-06
wait a week | 2026-02-10
wait for 3 days | 2026-02-06
3-day wait | 2026-02-06
2-day gap | 2026-02-05
pause 3 days | 2026-02-06
give it 3 days | 2026-02-06
7-day follow-up | 2026-02-10
30 day check in | 2026-03-05
6-month check-in | 2026-08-03
5-day sequence | -
3-step sequence | -
15 min call | -
one-hour workshop | -
first 30 days | -
past 30 days | -
immediately after signup | 2026-02-03
right after the call | -
ASAP | 2026-02-03
right now | 2026-02-03
instant | 2026-02-03
same-day | 2026-02-03
on the same day | 2026-02-03
on the day of the demo | -
today | 2026-02-03
upon signup | -
upon completion | -
ongoing | -
N/A | -
soon | -
eventually | -
yesterday | -
last month | -
2 weeks before renewal | -
the day before | -
day before demo | -
before Friday | 2026-02-05
before noon | 2026-02-03T12:00
prior to launch | -
launch day | -
end of trial | -
mid-cycle | -
next meeting | -
next step | -
this month's newsletter | -
our Friday call | -
Tuesday call | 2026-02-10
Send Monday | 2026-02-09
Black Friday | -
Cyber Monday | -
sat down with them | -
second call | -
after 3rd attempt | -
2 calls per week | -
5 touches in 14 days | -
10 a day | -
1 hour per day | -
business hours | -
9-5 | -
10 AM | 2026-02-03T10:00
14:30 | 2026-02-03T14:30
around 10am | 2026-02-03T10:00
evenings | -
Evening | 2026-02-03T18:00
after lunch | 2026-02-03T14:00
night | 2026-02-03T19:00
weekday mornings | -
Tuesdays and Thursdays | -
Tuesday to Thursday | 2026-02-04
Monday thru Friday | -
3 PM on Wednesday | 2026-02-04T15:00
Thursday noon | 2026-02-05T12:00
Friday by noon | 2026-02-06T12:00
on Friday, March 6 | 2026-03-06
Monday 9 Feb | 2026-02-09
Mon 9 | 2026-02-09
March | 2026-03-01
5 may | 2026-05-05
December | 2026-12-01
Dec 2025 | -
Summer 2026 | -
New Year | -
100 days | 2026-05-14
1000 days | 2028-10-30
1 year later | 2027-02-03
18 months | 2027-08-03
half a year later | 2026-08-03
half a day later | 2026-02-03T21:00
3½ weeks | -
a day and a half | 2026-02-04T21:00
zero days | 2026-02-03
3 days late | -
$5 in 3 days | 2026-02-06
1,000 days | -
12:00 | 2026-02-03T12:00
call me in 2 | -
after 14 | -
Step 3 | -
Email 2 (Day 3) | 2026-02-06
Touch #2 (Day 4) | 2026-02-07
Follow-up 1 (after 3 days) | 2026-02-06
FU2: +3 days | 2026-02-06
[3 days] | 2026-02-06
3 days! | 2026-02-06
≈ 3 days | 2026-02-06
around day 3 | 2026-02-06
7 days exactly | 2026-02-10
in 3 days at 10am | 2026-02-06T10:00
in 2 weeks on Monday at 10 | 2026-02-16T10:00
20 hours saved per week | -
5 hours saved | -
12 months of history | -
30 days free trial | -
net 30 days | -
30 days to close | -
5 minute read | -
60-second pitch | -
48-hour turnaround | -
Q3 goals | -
2026 roadmap | -
started 3 weeks ago | -
30+ days overdue | -
2 days overdue | -
stuck for 14 days | -
no activity in 14 days | 2026-02-17
>30 days | 2026-03-05
5-10 minutes later | 2026-02-03T09:05
every weekday | -
every morning at 9 | -
monthly check-in | -
every 30 days | -
2 times in 3 days | -
3-day intervals | -
2-3 days between touches | -
interval: 3 days | 2026-02-06
spacing: 2 days | 2026-02-05
delay of 3 days | 2026-02-06
Wait 1h | 2026-02-03T10:00
after a week of no contact | 2026-02-10
1 week no response | 2026-02-10
if no response: 3 days later | 2026-02-06
3 days → no reply | -
Day 7: Breakup email | 2026-02-10
Day 14 – final follow up (breakup) | 2026-02-17
D+7 call | 2026-02-10
First follow-up after 3 days | 2026-02-06
2nd follow-up in 1 week | 2026-02-10
LinkedIn message 2 days later | 2026-02-05
Send 24h after | 2026-02-04
Send in 2 days | 2026-02-05
Send Tuesday 9am | 2026-02-10
Within 2 hours of meeting ending | 2026-02-03T11:00
Within 30 minutes | 2026-02-03T09:30
Within a week | 2026-02-10
By tomorrow | 2026-02-04
by next Friday | 2026-02-13
by EOW | 2026-02-06
before next Tuesday | 2026-02-09
Before Q2 | 2026-03-31
after next week | 2026-02-16
after 6 PM | 2026-02-03T18:00
after one month | 2026-03-03
after holidays | -
in one month | 2026-03-03
in a few months | 2026-05-03
in 4-6 weeks | 2026-03-03
in six weeks | 2026-03-17
two months later | 2026-04-03
Quarterly check-in | -
30 days post-close | 2026-03-05
7 days post event | 2026-02-10
2 weeks post onboarding | 2026-02-17
Day 0 (immediately) | 2026-02-03
Within 5 minutes (Day 0) | 2026-02-03T09:05
Day 1 AM / Day 1 PM | 2026-02-04
Day 3 (Wed) - call | 2026-02-06
Mon, Day 1 | 2026-02-04
Week 1, Day 1 | 2026-02-04
Week 2 (Tuesday) | 2026-02-10
Weeks 1-2 | 2026-02-03
from week 3 | 2026-02-17
starting next week | 2026-02-09
start Monday | 2026-02-09
Months 4 to 6 | 2026-05-03
mid week 2 | 2026-02-11
Beginning of week 2 | 2026-02-10
second week of March | -
last business day of the month | -
first week of next month | 2026-03-01
on the 1st | 2026-03-01
Feb 10 at 3 PM | 2026-02-10T15:00
10th February | 2026-02-10
Feb. 10 | 2026-02-10
Sep 5 | 2026-09-05
Wed Feb 11, 2pm EST | 2026-02-11T19:00
02-15-2026 | 2026-02-15
12/31/2025 | -
Dec 31 | 2026-12-31
Valentine's Day | -
`;

const russian = `
во вторник | 2026-02-10
в следующий понедельник | 2026-02-09
в следующую среду | 2026-02-11
в ближайший понедельник | 2026-02-09
к пятнице | 2026-02-06
до конца недели | 2026-02-06
к концу недели | 2026-02-06
в начале недели | 2026-02-09
в начале следующей недели | 2026-02-09
в конце следующей недели | 2026-02-13
на этой неделе | 2026-02-06
на следующей неделе во вторник | 2026-02-10
во вторник на следующей неделе | 2026-02-10
через 2 недели в понедельник | 2026-02-16
через две недели | 2026-02-17
через пару недель | 2026-02-17
через пару дней | 2026-02-05
через день | 2026-02-04
через день после встречи | 2026-02-04
через три дня после демо | 2026-02-06
через 3 дня после звонка | 2026-02-06
спустя 3 дня | 2026-02-06
спустя неделю | 2026-02-10
3 дня после отправки КП | 2026-02-06
на 3-й день | 2026-02-06
на 3 день | 2026-02-06
3-й день | 2026-02-06
День 5 | 2026-02-08
Дни 3-5 | 2026-02-06
день первый | 2026-02-04
неделя 2 | 2026-02-10
2-я неделя | 2026-02-10
на второй неделе | 2026-02-10
в пятницу | 2026-02-06
в пятницу в 10 | 2026-02-06T10:00
в пятницу утром | 2026-02-06
в понедельник утром | 2026-02-09
в четверг после обеда | 2026-02-05T14:00
в четверг вечером | 2026-02-05T18:00
завтра утром | 2026-02-04
завтра вечером | 2026-02-04T18:00
завтра в 3 дня | 2026-02-04T15:00
завтра в 10 утра | 2026-02-04T10:00
завтра к 15:00 | 2026-02-04T15:00
завтра до конца дня | 2026-02-04T17:00
послезавтра в 12 | 2026-02-05T12:00
сегодня | 2026-02-03
сегодня до конца дня | 2026-02-03T17:00
сегодня в 18:00 | 2026-02-03T18:00
к концу дня | 2026-02-03T17:00
вечером | 2026-02-03T18:00
днём | 2026-02-03T14:00
в обед | 2026-02-03T12:00
прямо сейчас | 2026-02-03
немедленно | 2026-02-03
как можно скорее | 2026-02-03
сразу после звонка | -
сразу же | 2026-02-03
в тот же день | 2026-02-03
в день встречи | -
на следующий день | 2026-02-04
на другой день | 2026-02-04
на следующий рабочий день | 2026-02-04
через 1 рабочий день | 2026-02-04
через 3 рабочих дня | 2026-02-06
в течение 3 рабочих дней | 2026-02-06
в течение двух рабочих дней | 2026-02-05
2–3 рабочих дня | 2026-02-05
через пару рабочих дней | 2026-02-05
в течение часа | 2026-02-03T10:00
в течение суток | 2026-02-04
в течение 24 часов | 2026-02-04
в течение двух недель | 2026-02-17
в течение месяца | 2026-03-03
через час | 2026-02-03T10:00
через полчаса | 2026-02-03T09:30
через полтора часа | 2026-02-03T10:30
через 24 часа | 2026-02-04
через сутки | 2026-02-04
24 часа | 2026-02-04
спустя 24 часа | 2026-02-04
через 3 месяца | 2026-05-03
через полгода | 2026-08-03
через квартал | 2026-05-03
в следующем месяце | 2026-03-03
в этом месяце | 2026-02-28
до конца месяца | 2026-02-28
в начале месяца | 2026-03-01
в середине марта | 2026-03-15
в конце марта | 2026-03-31
в марте | 2026-03-01
15 марта 2026 | 2026-03-15
15 марта 2025 | -
к 15 марта | 2026-03-15
до 15 марта | 2026-03-15
15 числа | 2026-02-15
15-го числа | 2026-02-15
15.03.2026 | 2026-03-15
15.03 | 2026-03-15
в феврале | 2026-02-28
1 февраля | 2027-02-01
каждые 3 дня | -
каждую неделю | -
два раза в неделю | -
еженедельно | -
по вторникам и четвергам | -
с понедельника по пятницу | -
вт, чт | 2026-02-05
вт или чт | 2026-02-05
на выходных | 2026-02-07
после выходных | 2026-02-09
неделю назад | -
вчера | -
за 3 дня до встречи | -
за час до звонка | -
до встречи | -
после встречи | -
после демо | -
после ответа | -
как только ответит | -
если не ответит | -
если не ответит в течение 3 дней | 2026-02-06
если нет ответа 3 дня | 2026-02-06
5 дней без ответа | 2026-02-08
через 5 дней без ответа | 2026-02-08
через 3 дня тишины | 2026-02-06
молчит 3 дня | 2026-02-06
не раньше понедельника | -
не позднее пятницы | 2026-02-06
подождать 3 дня | 2026-02-06
ждать 2 дня | 2026-02-05
3-5 дней | 2026-02-06
от 3 до 5 дней | 2026-02-06
через 10-14 дней | 2026-02-13
через 7 дней | 2026-02-10
через двадцать один день | 2026-02-24
через сорок восемь часов | 2026-02-05
через 1.5 недели | 2026-02-14
через полторы недели | 2026-02-14
30-дневный пробный период | -
2 звонка | -
после второго письма | -
второе касание | -
шаг 2: через 3 дня | 2026-02-06
T+3 | 2026-02-06
в 11 | -
в 11:00 | 2026-02-03T11:00
в рабочее время | -
с 9 до 18 | -
позже | -
скоро | -
потом | -
в ближайшее время | -
в ближайшие 2 дня | 2026-02-05
в январе | 2027-01-01
во второй половине дня | 2026-02-03T14:00
в первой половине дня | 2026-02-03
в среду во второй половине дня | 2026-02-04T14:00
через неделю после демонстрации | 2026-02-10
после подписания договора | -
1 неделя | 2026-02-10
6 месяцев | 2026-08-03
через 6 мес | 2026-08-03
3 дн | 2026-02-06
`;

const german = `
am Freitag | 2026-02-06
Fr | 2026-02-06
bis Freitag | 2026-02-06
spätestens am Freitag | 2026-02-06
kommenden Montag | 2026-02-09
am kommenden Dienstag | 2026-02-10
Montag nächster Woche | 2026-02-09
am Montag nächste Woche | 2026-02-09
nächste Woche Dienstag | 2026-02-10
in der nächsten Woche | 2026-02-09
Mitte nächster Woche | 2026-02-11
Ende nächster Woche | 2026-02-13
bis Ende der Woche | 2026-02-06
zum Wochenende | 2026-02-07
nach dem Wochenende | 2026-02-09
diese Woche | 2026-02-06
kommende Woche | 2026-02-09
in zwei Wochen | 2026-02-17
in 14 Tagen | 2026-02-17
in einer Woche | 2026-02-10
eine Woche nach der Demo | 2026-02-10
zwei Wochen nach dem Termin | 2026-02-17
nach 3 Tagen | 2026-02-06
nach drei Tagen ohne Antwort | 2026-02-06
3 Tage später | 2026-02-06
drei Tage nach dem Gespräch | 2026-02-06
3-5 Tage | 2026-02-06
3 bis 5 Tage nach dem Erstgespräch | 2026-02-06
in ein paar Tagen | 2026-02-05
in einigen Tagen | 2026-02-06
in den nächsten Tagen | 2026-02-06
nach wenigen Tagen | 2026-02-06
Tag 3-5 | 2026-02-06
Tage 3 bis 5 | 2026-02-06
Tag 1 | 2026-02-04
am 3. Tag | 2026-02-06
Woche 2 | 2026-02-10
Woche 2-3 | 2026-02-10
in der zweiten Woche | 2026-02-10
Monat 3 | 2026-04-03
nächsten Monat | 2026-03-03
nächstes Quartal | 2026-04-01
dieses Quartal | 2026-03-31
Ende des Monats | 2026-02-28
zum Monatsende | 2026-02-28
Ende des Quartals | 2026-03-31
Jahresende | 2026-12-31
Anfang März | 2026-03-01
Ende März | 2026-03-31
im März | 2026-03-01
am 3. März | 2026-03-03
am 3. März 2026 | 2026-03-03
3.3.2026 | 2026-03-03
03.03.2026 | 2026-03-03
15.03. | 2026-03-15
15.3. | 2026-03-15
bis zum 15. März | 2026-03-15
ab 15. März | 2026-03-15
vor dem 15. März | 2026-03-14
ab Montag | 2026-02-09
morgen | 2026-02-04
morgen früh | 2026-02-04
morgen Abend | 2026-02-04T18:00
morgen um 14:30 | 2026-02-04T14:30
morgen 9 Uhr | 2026-02-04
übermorgen | 2026-02-05
heute | 2026-02-03
heute Abend | 2026-02-03T18:00
heute noch | 2026-02-03
noch heute | 2026-02-03
bis Feierabend | 2026-02-03T17:00
Ende des Tages | 2026-02-03T17:00
sofort | 2026-02-03
sofort nach dem Gespräch | -
unverzüglich | 2026-02-03
umgehend | 2026-02-03
sobald wie möglich | 2026-02-03
am selben Tag | 2026-02-03
noch am selben Tag | 2026-02-03
am nächsten Tag | 2026-02-04
am Tag danach | 2026-02-04
am Tag nach der Demo | 2026-02-04
ein Tag später | 2026-02-04
am nächsten Werktag | 2026-02-04
am nächsten Arbeitstag | 2026-02-04
2 Werktage nach | 2026-02-05
innerhalb von 3 Werktagen | 2026-02-06
innerhalb von 5 Arbeitstagen | 2026-02-10
binnen 2 Werktagen | 2026-02-05
3-5 Werktage | 2026-02-06
innerhalb eines Werktages | 2026-02-04
innerhalb einer Stunde | 2026-02-03T10:00
in einer halben Stunde | 2026-02-03T09:30
eine halbe Stunde nach dem Anruf | 2026-02-03T09:30
1,5 Stunden später | 2026-02-03T10:30
nach 24 Stunden | 2026-02-04
24 Std. | 2026-02-04
24-48 Stunden | 2026-02-04
innerhalb von 48 Std | 2026-02-05
nach 30 Minuten | 2026-02-03T09:30
im Laufe des Tages | 2026-02-03
im Laufe der Woche | 2026-02-10
innerhalb einer Woche | 2026-02-10
in den nächsten zwei Wochen | 2026-02-17
nach einem Monat | 2026-03-03
nach 6 Monaten | 2026-08-03
in einem halben Jahr | 2026-08-03
in einem Jahr | 2027-02-03
montags | -
alle 2 Wochen | -
wöchentlich | -
einmal pro Woche | -
Montag bis Freitag | -
Mo-Fr | -
Di oder Do | 2026-02-05
Dienstag oder Donnerstag | 2026-02-05
vor 3 Tagen | -
3 Tage vor dem Termin | -
gestern | -
letzte Woche | -
nach der Demo | -
nach dem Gespräch | -
nach Antwort | -
sobald sie antworten | -
bei keiner Antwort nach 3 Tagen | 2026-02-06
falls keine Antwort nach 5 Tagen | 2026-02-08
keine Antwort seit 5 Tagen | 2026-02-08
seit 5 Tagen keine Antwort | 2026-02-08
wenn er sich 3 Tage nicht meldet | 2026-02-06
nach 2 Anrufen | -
30-tägige Testphase | -
15-minütiges Gespräch | -
Montagvormittag | 2026-02-09
Freitagnachmittag | 2026-02-06T14:00
Montag früh | 2026-02-09
Montag um 9 | 2026-02-09
Montag 14:30 Uhr | 2026-02-09T14:30
Freitag um 8 Uhr abends | 2026-02-06T20:00
Mo, 9.2. | 2026-02-09
Mo 9 | 2026-02-09
vormittags | 2026-02-03
am Vormittag | 2026-02-03
um 10 Uhr | 2026-02-03T10:00
10 Uhr | 2026-02-03T10:00
zwischen 9 und 11 Uhr | -
9-17 Uhr | -
vierundzwanzig Stunden | 2026-02-04
nach zehn Tagen | 2026-02-13
2 Tage warten | 2026-02-05
warte 3 Tage | 2026-02-06
Wartezeit 2 Tage | 2026-02-05
T+3 | 2026-02-06
Schritt 2: nach 3 Tagen | 2026-02-06
2 Tage nach der letzten E-Mail | 2026-02-05
frühestens nach 3 Tagen | 2026-02-06
spätestens in 3 Tagen | 2026-02-06
ca. 3 Tage | 2026-02-06
etwa eine Woche später | 2026-02-10
bald | -
später | -
am Monatsanfang | 2026-03-01
Anfang der Woche | 2026-02-09
Wochenmitte | 2026-02-04
Erste Woche im März | 2026-03-01
Q2 | 2026-04-01
Ende Q1 | 2026-03-31
`;

const spanish = `
el viernes | 2026-02-06
el próximo viernes | 2026-02-06
el viernes que viene | 2026-02-06
el lunes | 2026-02-09
el próximo lunes | 2026-02-09
el martes a las 10 | 2026-02-10T10:00
el martes a las 10:30 | 2026-02-10T10:30
el jueves a las 3 de la tarde | 2026-02-05T15:00
el viernes por la tarde | 2026-02-06T14:00
el lunes de la próxima semana | 2026-02-09
lunes de la semana que viene | 2026-02-09
la semana que viene | 2026-02-09
la semana próxima | 2026-02-09
próxima semana el martes | 2026-02-10
esta semana | 2026-02-06
a finales de semana | 2026-02-06
fin de semana | 2026-02-07
el fin de semana | 2026-02-07
final de la semana | 2026-02-06
a mediados de la próxima semana | 2026-02-11
a finales de la próxima semana | 2026-02-13
hasta el viernes | 2026-02-06
para el viernes | 2026-02-06
después del viernes | 2026-02-07
a partir del lunes | 2026-02-09
en 2 semanas | 2026-02-17
dentro de dos semanas | 2026-02-17
en una semana | 2026-02-10
una semana después | 2026-02-10
a la semana siguiente | 2026-02-09
a los tres días | 2026-02-06
al tercer día | 2026-02-06
al día siguiente de la reunión | 2026-02-04
el día después de la demo | 2026-02-04
un día después de la reunión | 2026-02-04
2 días después del primer correo | 2026-02-05
3 días más tarde | 2026-02-06
tres días después de la llamada | 2026-02-06
pasados 3 días | 2026-02-06
tras 3 días | 2026-02-06
después de la demo | -
después de la reunión | -
3-5 días | 2026-02-06
entre 3 y 5 días | 2026-02-06
3 a 5 días después | 2026-02-06
3 o 4 días después | 2026-02-06
en un par de días | 2026-02-05
en algunos días | 2026-02-06
en los próximos 3 días | 2026-02-06
en las próximas 24 horas | 2026-02-04
Día 3 | 2026-02-06
Día 3-5 | 2026-02-06
Día 0 | 2026-02-03
Día 1 | 2026-02-04
día 3 por la mañana | 2026-02-06
el día 15 | 2026-02-15
el 15 de marzo | 2026-03-15
15 de marzo | 2026-03-15
15 de marzo del 2026 | 2026-03-15
15 marzo | 2026-03-15
15/03/2026 | 2026-03-15
15/03 | 2026-03-15
15 de marzo de 2025 | -
principios de marzo | 2026-03-01
a finales de marzo | 2026-03-31
finales de mes | 2026-02-28
a fin de mes | 2026-02-28
a final de mes | 2026-02-28
a principios de mes | 2026-03-01
a principios del próximo mes | 2026-03-01
el mes que viene | 2026-03-03
este mes | 2026-02-28
en 3 meses | 2026-05-03
dentro de un mes | 2026-03-03
en medio año | 2026-08-03
en seis meses | 2026-08-03
el próximo trimestre | 2026-04-01
en un trimestre | 2026-05-03
fin de trimestre | 2026-03-31
a finales de año | 2026-12-31
Semana 1 | 2026-02-03
Semana 2 | 2026-02-10
primera semana | 2026-02-03
en la segunda semana | 2026-02-10
Mes 3 | 2026-04-03
mañana | 2026-02-04
mañana por la tarde | 2026-02-04T14:00
mañana a las 9 | 2026-02-04
mañana a las 9:30 | 2026-02-04T09:30
mañana a primera hora | 2026-02-04
pasado mañana a las 12 | 2026-02-05T12:00
hoy | 2026-02-03
hoy por la tarde | 2026-02-03T14:00
esta tarde | 2026-02-03T14:00
esta mañana | 2026-02-03
hoy a las 18:00 | 2026-02-03T18:00
antes de que termine el día | -
antes del final del día | 2026-02-03T17:00
por la tarde | 2026-02-03T14:00
por la mañana | 2026-02-03
ahora | 2026-02-03
ahora mismo | 2026-02-03
de inmediato | 2026-02-03
inmediatamente después de la llamada | -
lo antes posible | 2026-02-03
cuanto antes | 2026-02-03
mismo día | 2026-02-03
el mismo día de la demo | 2026-02-03
1 día hábil | 2026-02-04
2 días hábiles | 2026-02-05
en 3 días laborables | 2026-02-06
tras 2 días laborables | 2026-02-05
dos días hábiles después | 2026-02-05
el siguiente día hábil | 2026-02-04
próximo día hábil | 2026-02-04
el próximo día laborable | 2026-02-04
dentro de 24 horas | 2026-02-04
en 24 horas | 2026-02-04
24 horas después | 2026-02-04
a las 24 horas | 2026-02-04
48h | 2026-02-05
en 48h | 2026-02-05
entre 24 y 48 horas | 2026-02-04
en una hora | 2026-02-03T10:00
media hora después | 2026-02-03T09:30
una hora y media después | 2026-02-03T10:30
en 30 minutos | 2026-02-03T09:30
en 15 min | 2026-02-03T09:15
1 hora antes de la reunión | -
3 días antes | -
ayer | -
la semana pasada | -
cada 3 días | -
cada semana | -
los lunes | -
los martes y jueves | -
una vez al mes | -
semanalmente | -
de lunes a viernes | -
lun-vie | -
martes y jueves | 2026-02-05
horario laboral | -
9am-5pm | -
durante 3 días | -
si no responde | -
si no hay respuesta | -
si no responde después de 5 días | 2026-02-08
si no hay respuesta en 3 días hábiles | 2026-02-06
sin respuesta en 3 días | 2026-02-06
3 días sin respuesta | 2026-02-06
sin respuesta durante 5 días | 2026-02-08
sin respuesta por 5 días | 2026-02-08
después de 3 intentos | -
cuando responda | -
una vez firmado el contrato | -
prueba de 30 días | -
llamada de 15 min | -
2 llamadas | -
D+3 | 2026-02-06
Paso 2: 3 días después | 2026-02-06
espera de 2 días | 2026-02-05
esperar una semana | 2026-02-10
2 días después del último correo | 2026-02-05
veintiún días después | 2026-02-24
treinta días | 2026-03-05
treinta y cinco días después | 2026-03-10
en quince días | 2026-02-18
una quincena | 2026-02-17
más tarde | -
luego | -
`;

const portuguese = `
na sexta | 2026-02-06
sexta-feira | 2026-02-06
sexta | 2026-02-06
na próxima sexta-feira | 2026-02-06
sexta que vem | 2026-02-06
segunda-feira | 2026-02-09
na segunda | 2026-02-09
segunda-feira às 10h | 2026-02-09T10:00
terça às 14h30 | 2026-02-10T14:30
quarta de manhã | 2026-02-04
quinta à tarde | 2026-02-05T14:00
segunda ou terça | 2026-02-09
terça/quinta | 2026-02-05
na segunda da semana que vem | 2026-02-09
na próxima semana | 2026-02-09
na semana que vem | 2026-02-09
próxima semana na terça | 2026-02-10
esta semana | 2026-02-06
ainda esta semana | 2026-02-06
final da semana | 2026-02-06
no fim de semana | 2026-02-07
início da próxima semana | 2026-02-09
no início da próxima semana | 2026-02-09
final da próxima semana | 2026-02-13
até sexta | 2026-02-06
até o fim da semana | 2026-02-06
antes de sexta | 2026-02-05
a partir de segunda | 2026-02-09
em duas semanas | 2026-02-17
daqui a duas semanas | 2026-02-17
daqui a 2 semanas na segunda | 2026-02-16
em uma semana | 2026-02-10
uma semana depois | 2026-02-10
duas semanas após a reunião | 2026-02-17
3 dias depois | 2026-02-06
3 dias após a ligação | 2026-02-06
3 dias após o envio | 2026-02-06
depois de 3 dias | 2026-02-06
depois de três dias sem resposta | 2026-02-06
3-5 dias | 2026-02-06
entre 3 e 5 dias | 2026-02-06
3 a 5 dias após | 2026-02-06
em alguns dias | 2026-02-06
em um par de dias | 2026-02-05
nos próximos dias | 2026-02-06
nas próximas 24 horas | 2026-02-04
nas próximas duas semanas | 2026-02-17
Dia 3-5 | 2026-02-06
Dias 3 a 5 | 2026-02-06
Dia 1 | 2026-02-04
D0 | 2026-02-03
D+2 | 2026-02-05
D+3 | 2026-02-06
no dia 3 | -
no terceiro dia | 2026-02-06
no dia 15 | 2026-02-15
dia 15 de março | 2026-03-15
15 de março de 2026 | 2026-03-15
15 de março de 2025 | -
15/03/2026 | 2026-03-15
15/03 | 2026-03-15
no dia seguinte | 2026-02-04
dia seguinte | 2026-02-04
um dia depois | 2026-02-04
1 dia após a demo | 2026-02-04
Semana 1 | 2026-02-03
Semana 2 | 2026-02-10
na segunda semana | 2026-02-10
primeira semana | 2026-02-03
início de março | 2026-03-01
meados de março | 2026-03-15
final de março | 2026-03-31
em março | 2026-03-01
no final do mês | 2026-02-28
até o fim do mês | 2026-02-28
próximo mês | 2026-03-03
no próximo mês | 2026-03-03
este mês | 2026-02-28
em um mês | 2026-03-03
daqui a um mês | 2026-03-03
um mês depois | 2026-03-03
em seis meses | 2026-08-03
em um ano | 2027-02-03
em um trimestre | 2026-05-03
fim do trimestre | 2026-03-31
amanhã | 2026-02-04
amanhã de manhã | 2026-02-04
amanhã à tarde | 2026-02-04T14:00
amanhã à noite | 2026-02-04T19:00
amanhã 14h | 2026-02-04T14:00
amanhã às 10 da manhã | 2026-02-04T10:00
depois de amanhã | 2026-02-05
depois de amanhã às 15h | 2026-02-05T15:00
hoje mesmo | 2026-02-03
ainda hoje | 2026-02-03
hoje à noite | 2026-02-03T19:00
hoje às 18h | 2026-02-03T18:00
fim do dia | 2026-02-03T17:00
no final do dia | 2026-02-03T17:00
à tarde | 2026-02-03T14:00
de manhã | 2026-02-03
agora | 2026-02-03
agora mesmo | 2026-02-03
imediatamente após a reunião | -
imediatamente após cadastro | 2026-02-03
assim que possível | 2026-02-03
no mesmo dia | 2026-02-03
1 dia útil | 2026-02-04
2 dias úteis | 2026-02-05
em até 2 dias úteis | 2026-02-05
até 5 dias úteis | 2026-02-10
2-3 dias úteis | 2026-02-05
dois dias úteis depois | 2026-02-05
no próximo dia útil | 2026-02-04
dentro de 3 dias úteis | 2026-02-06
em até 24 horas | 2026-02-04
em até 24h | 2026-02-04
24 horas após | 2026-02-04
24h após contato | 2026-02-04
24-48h | 2026-02-04
em 1 hora | 2026-02-03T10:00
em meia hora | 2026-02-03T09:30
meia hora depois | 2026-02-03T09:30
em 30 minutos | 2026-02-03T09:30
5 minutos após o cadastro | 2026-02-03T09:05
1 hora antes da reunião | -
3 dias antes | -
faz 3 dias | -
ontem | -
toda segunda | -
todas as segundas | -
a cada 3 dias | -
a cada semana | -
duas vezes por semana | -
uma vez por mês | -
segunda a sexta | -
de segunda a sexta | -
horário comercial | -
das 9h às 18h | -
durante 3 dias | -
por 2 semanas | -
se não responder em 3 dias | 2026-02-06
se não houver resposta em 5 dias | 2026-02-08
sem resposta há 5 dias | 2026-02-08
sem resposta em 3 dias | 2026-02-06
3 dias sem resposta | 2026-02-06
após 3 dias sem retorno | 2026-02-06
quando responder | -
assim que responder | -
após a reunião | -
após a ligação | -
depois da demo | -
após 2 ligações | -
teste de 30 dias | -
reunião de 30 minutos | -
2 ligações | -
segunda ligação | -
esperar 3 dias | 2026-02-06
aguardar 2 dias | 2026-02-05
3 dias de espera | 2026-02-06
2 dias após o último e-mail | 2026-02-05
vinte e quatro horas | 2026-02-04
quarenta e oito horas após | 2026-02-05
quinze dias | 2026-02-18
em quinze dias | 2026-02-18
em breve | -
mais tarde | -
Passo 2: 3 dias depois | 2026-02-06
T+3 | 2026-02-06
2ª semana | 2026-02-10
2ª feira | 2026-02-09
`;

const texts: Record<Language, string> = {
  en: english,
  ru: russian,
  de: german,
  es: spanish,
  pt: portuguese,
};
const languages: Language[] = ['en', 'ru', 'de', 'es', 'pt'];

/** What the timings of this product look like in each of its languages. */
export const phrases: Phrase[] = languages.flatMap((language) =>
  texts[language]
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', due = ''] = line.split(' | ');
      return { language, text, due: due === '-' ? null : due };
    }),
);

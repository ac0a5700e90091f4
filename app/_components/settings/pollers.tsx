import type { PollerView } from '#server/views/delivery-proof-view.ts';
import { cx } from '../../_lib/cx.ts';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import styles from './pollers.module.css';

/** What the program did last, by itself: the sign that somebody is at work. */
export function Pollers({ pollers, outdated }: { pollers: PollerView[]; outdated: boolean }) {
  return (
    <Section title="What I did last">
      <Card>
        {outdated && <DeliveryNote>The server does not answer just now. This is how it was.</DeliveryNote>}
        <ul className={styles.list}>
          {pollers.map((poller) => (
            <li key={poller.name} className={cx(styles.row, !poller.ok && styles.failing)}>
              <span>{poller.what} </span>
              <span className={styles.ago}>{agoOf(poller)}</span>
            </li>
          ))}
        </ul>
        {pollers.some(({ ok }) => !ok) && (
          <DeliveryNote>
            I keep trying by myself. If this stays, tell the person who runs this bot.
          </DeliveryNote>
        )}
      </Card>
    </Section>
  );
}

function agoOf({ ok, ago }: PollerView): string {
  if (ok) return ago ?? 'not yet';
  return ago ? `last worked ${ago}` : 'not once since the start';
}

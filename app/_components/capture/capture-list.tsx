'use client';

import { useState } from 'react';
import type { CaptureView } from '#server/views/capture-view.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { captureTexts, captureListTexts as texts } from '../../_texts/captures.ts';
import { SubmitButton } from '../form/submit-button.tsx';
import { Screen } from '../shell/screen.tsx';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './capture-list.module.css';
import { CapturedRow } from './captured-row.tsx';
import { canBeSaved } from './captured-words.ts';
import { PersonOfMany } from './person-of-many.tsx';
import { ReadingNotice } from './reading-notice.tsx';
import { SpoiltRows } from './spoilt-rows.tsx';
import { useSaveAll } from './use-save-all.ts';

/** As many rows as a phone draws without a pause. */
const shownAtFirst = 50;

type Props = { capture: CaptureView; onClose: () => void };

/** Several people on a card: who is ticked is saved, each opens as a form. */
export function CaptureList({ capture, onClose }: Props) {
  const [openPlace, setOpenPlace] = useState<number | null>(null);
  const [unticked, setUnticked] = useState<number[]>([]);
  const [showsAll, setShowsAll] = useState(false);
  const acts = useSaveAll(capture, unticked);
  useBackButton(onClose, openPlace === null);
  const { people, counts, spoilt, mapping, maxPlans } = capture;
  const open = people.find(({ place }) => place === openPlace);
  if (open) return <PersonOfMany capture={capture} person={open} onClose={() => setOpenPlace(null)} />;

  const chosen = people.filter((person) => canBeSaved(person) && !unticked.includes(person.place)).length;
  const plans = chosen <= maxPlans;
  const mainWords = plans ? texts.savePlanned(chosen) : texts.save(chosen);
  const toggle = (place: number) =>
    setUnticked((all) => (all.includes(place) ? all.filter((one) => one !== place) : [...all, place]));
  return (
    <Screen
      title={captureTexts.titleMany(people.length)}
      subtitle={texts.summary(counts)}
      aside={<BackLink onClick={onClose} />}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void acts.save(plans);
        }}
      >
        <ReadingNotice capture={capture} />
        {acts.problem && <Alert>{acts.problem}</Alert>}
        {mapping && <p className={styles.hint}>{mapping}</p>}
        <Section title={texts.found}>
          <Card>
            <ul>
              {people.slice(0, showsAll ? undefined : shownAtFirst).map((person) => (
                <CapturedRow
                  key={person.place}
                  person={person}
                  ticked={!unticked.includes(person.place)}
                  onToggle={() => toggle(person.place)}
                  onOpen={() => setOpenPlace(person.place)}
                />
              ))}
            </ul>
          </Card>
          {!showsAll && people.length > shownAtFirst && (
            <Button look="link" onClick={() => setShowsAll(true)}>
              {texts.all(people.length)}
            </Button>
          )}
        </Section>
        <SpoiltRows rows={spoilt} />
        <SubmitButton
          text={chosen > 0 ? mainWords : texts.nobodyChosen}
          enabled={chosen > 0}
          busy={acts.busy}
        />
        <div className={styles.acts}>
          {plans && chosen > 0 && (
            <Button look="soft" disabled={acts.busy} onClick={() => acts.save(false)}>
              {texts.saveOnly(chosen)}
            </Button>
          )}
          {!plans && <p className={styles.hint}>{texts.planHint(maxPlans)}</p>}
          <Button look="danger" disabled={acts.busy} onClick={acts.discard}>
            {captureTexts.cancel}
          </Button>
        </div>
      </form>
    </Screen>
  );
}

import type { CapturedPersonView } from '#server/views/capture-view.ts';
import { captureListTexts, captureTexts } from '../../_texts/captures.ts';
import { Check } from '../ui/check.tsx';
import { Chip } from '../ui/chip.tsx';
import styles from './captured-row.module.css';
import { canBeSaved, chipOfPerson, lineOfPerson } from './captured-words.ts';

type Props = {
  person: CapturedPersonView;
  /** Whether they are saved with the others. */
  ticked: boolean;
  onToggle: () => void;
  onOpen: () => void;
};

/** One of several people on a card; a tap opens them as a form, as long as they are to be decided about. */
export function CapturedRow({ person, ticked, onToggle, onOpen }: Props) {
  const name = person.name || captureTexts.unnamed;
  const chip = chipOfPerson(person);
  const line = lineOfPerson(person);
  return (
    <li className={styles.row}>
      <span className={styles.tick}>
        {canBeSaved(person) && (
          <Check
            status={ticked ? 'done' : 'open'}
            label={captureListTexts.choose(name)}
            onToggle={onToggle}
          />
        )}
      </span>
      <button type="button" className={styles.open} disabled={person.state !== 'open'} onClick={onOpen}>
        <span className={styles.head}>
          <span className={styles.name}>{name}</span>
          {chip && <Chip tone={chip.tone}>{chip.words}</Chip>}
        </span>
        {line && <span className={styles.line}>{line}</span>}
      </button>
    </li>
  );
}

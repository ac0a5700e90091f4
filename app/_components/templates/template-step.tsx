'use client';

import { useId } from 'react';
import type { StepChannel } from '#server/views/step-view.ts';
import { channelWords, templateForm } from '../../_texts/templates.ts';
import { Field } from '../form/field.tsx';
import { SelectRow } from '../settings/select-row.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { BinIcon, DownIcon, UpIcon } from '../ui/icons.tsx';
import type { StepFields } from './template-fields.ts';
import styles from './template-step.module.css';
import { TimingField } from './timing-field.tsx';

type Props = {
  step: StepFields;
  place: number;
  count: number;
  open: boolean;
  onOpen: () => void;
  onChange: (step: StepFields) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
};

const channels = Object.keys(channelWords) as StepChannel[];

/** One step in the form: its name and its acts, and its fields while it is unfolded. */
export function TemplateStep({ step, place, count, open, onOpen, onChange, onMove, onRemove }: Props) {
  const fieldsId = useId();
  const name = step.title.trim() || templateForm.unnamed;
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={fieldsId}
          onClick={onOpen}
        >
          <span className={styles.title}>
            {place + 1}. {name}
          </span>
          {step.timing && <span className={styles.when}>{step.timing}</span>}
        </button>
        <IconButton label={templateForm.up(name)} disabled={place === 0} onClick={() => onMove(place - 1)}>
          <UpIcon />
        </IconButton>
        <IconButton
          label={templateForm.down(name)}
          disabled={place === count - 1}
          onClick={() => onMove(place + 1)}
        >
          <DownIcon />
        </IconButton>
        <IconButton label={templateForm.remove(name)} disabled={count === 1} danger onClick={onRemove}>
          <BinIcon />
        </IconButton>
      </div>
      <div id={fieldsId} hidden={!open}>
        {open && <StepFieldsOf step={step} onChange={onChange} />}
      </div>
    </li>
  );
}

function StepFieldsOf({ step, onChange }: Pick<Props, 'step' | 'onChange'>) {
  const bind = (field: 'title' | 'why' | 'draft') => ({
    value: step[field],
    onChange: (value: string) => onChange({ ...step, [field]: value }),
  });
  return (
    <div className={styles.fields}>
      <Field
        label={templateForm.stepTitle}
        placeholder={templateForm.stepExample}
        required
        maxLength={200}
        {...bind('title')}
      />
      <TimingField value={step.timing} onChange={(timing) => onChange({ ...step, timing })} />
      <SelectRow
        label={templateForm.channel}
        value={step.channel ?? ''}
        onChange={(channel) =>
          onChange({ ...step, channel: channels.find((one) => one === channel) ?? null })
        }
      >
        <option value="">{templateForm.anyChannel}</option>
        {channels.map((channel) => (
          <option key={channel} value={channel}>
            {channelWords[channel]}
          </option>
        ))}
      </SelectRow>
      <Field
        label={templateForm.why}
        placeholder={templateForm.whyExample}
        lines={2}
        maxLength={300}
        {...bind('why')}
      />
      <Field
        label={templateForm.draft}
        hint={templateForm.draftHint}
        lines={5}
        maxLength={10_000}
        {...bind('draft')}
      />
    </div>
  );
}

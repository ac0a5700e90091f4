'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ReminderSubject } from '#server/views/delivery-proof-view.ts';
import { rememberList } from '../../_lib/way-back.ts';
import { Chip, type Tone } from '../ui/chip.tsx';
import styles from './reminder-row.module.css';

type Props = { about: ReminderSubject; tone: Tone; chip: string; children?: ReactNode };

/** One reminder as a row that opens its lead at its step; `children` say more about it. */
export function ReminderRow({ about, tone, chip, children }: Props) {
  const who = about.company ? `${about.leadName} · ${about.company}` : about.leadName;
  return (
    <li className={styles.row}>
      <Link
        href={`/leads/${about.leadId}?step=${about.stepId}`}
        prefetch={false}
        onClick={rememberList}
        className={styles.link}
      >
        <span className={styles.title}>{about.title}</span>
        <span className={styles.line}>
          <span className={styles.who}>{who}</span>
          <Chip tone={tone}>{chip}</Chip>
        </span>
        {children}
      </Link>
    </li>
  );
}

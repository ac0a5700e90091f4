'use client';

import { type ChangeEvent, useState } from 'react';
import { maxFileBytes, readBase64 } from '../../_lib/read-file.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { importTexts } from '../../_texts/imports.ts';
import { importFile } from '../../actions/imports.ts';
import { Alert } from '../ui/alert.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './import-file.module.css';

/** A vCard file or a table, read as soon as it is chosen. */
export function ImportFile({ onRead }: { onRead: (result: { captureId: string }) => void }) {
  const { busy, problem, read } = useFile(onRead);
  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    const [file] = target.files ?? [];
    if (file) void read(file);
    // So that the same file can be chosen again after it was changed.
    target.value = '';
  }
  return (
    <Section title={importTexts.fileTitle}>
      <Card padded>
        {problem && (
          <div className={styles.problem}>
            <Alert>{problem}</Alert>
          </div>
        )}
        <label className={styles.choose}>
          <input
            type="file"
            className={styles.input}
            accept=".vcf,.csv,.tsv,.txt,text/vcard,text/x-vcard,text/csv"
            disabled={busy}
            onChange={choose}
          />
          <span className={styles.face}>{busy ? importTexts.reading : importTexts.choose}</span>
        </label>
        <p className={styles.hint}>{importTexts.fileHint}</p>
        <p className={styles.hint}>{importTexts.bigger}</p>
      </Card>
    </Section>
  );
}

function useFile(onRead: (result: { captureId: string }) => void) {
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(file: File): Promise<string | null> {
    if (file.size > maxFileBytes) return importTexts.tooBig;
    const base64 = await readBase64(file);
    if (base64 === null) return importTexts.unreadable;
    const result = await act(importFile, { name: file.name.slice(-200), mimeType: file.type, base64 });
    if (!result.ok) return result.message;
    haptic('success');
    onRead(result);
    return null;
  }

  async function read(file: File): Promise<void> {
    setBusy(true);
    setProblem(null);
    setProblem(await send(file));
    setBusy(false);
  }

  return { busy, problem, read };
}

import Link from 'next/link';
import { rememberList } from '../../_lib/way-back.ts';
import { importTexts } from '../../_texts/imports.ts';
import styles from './import-link.module.css';

/** The way to pasting a text and importing a file, at the end of a screen's title. */
export function ImportLink() {
  return (
    <Link href="/leads/import" prefetch={false} onClick={rememberList} className={styles.link}>
      {importTexts.open}
    </Link>
  );
}

import type { ComponentProps } from 'react';
import { cx } from '../../_lib/cx.ts';
import styles from './button.module.css';

type Props = ComponentProps<'button'> & { look?: 'main' | 'soft' | 'link' | 'danger' };

/** A button; `look` says how loud it is. */
export function Button({ look = 'main', type = 'button', className, ...rest }: Props) {
  return <button type={type} className={cx(styles[look], className)} {...rest} />;
}

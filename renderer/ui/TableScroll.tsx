/** Around a table that may need more room than there is: it scrolls by itself then, with the keyboard too. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import classes from './TableScroll.module.css';

type Props = { readonly label: string; readonly children: ReactNode };

export function TableScroll({ label, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={box} className={classes.scroll} {...(scrolls && { role: 'region', 'aria-label': label, tabIndex: 0 })}>
      {children}
    </div>
  );
}

/** Text without spaces, such as an e-mail address or the name of a value, that breaks where its parts meet and not in the middle of a word. */
import { Fragment } from 'react';
import classes from './Breakable.module.css';

/** After `/`, `_` and `-`, before `.`, and where a small letter meets a capital one. */
const SEAM = /(?<=[/_-])(?=[^\s/_-])|(?<=\S)(?=\.[^\s.])|(?<=\p{Ll})(?=\p{Lu})/gu;
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

export function Breakable({ text }: { readonly text: string }) {
  if (!ADDRESS.test(text)) return withSeams(text);
  // Whoever has the address on two lines has each half whole.
  const domain = text.indexOf('@') + 1;
  return [text.slice(0, domain), text.slice(domain)].map(half => (
    <span key={half} className={classes.half}>
      {withSeams(half)}
    </span>
  ));
}

const withSeams = (text: string) =>
  text.split(SEAM).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));

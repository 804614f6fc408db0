import classes from './ideas.module.css';

/** An idea's colours, the leading one widest. */
export function Palette({ colours, named = false }: { colours: string[]; named?: boolean }) {
  return (
    <ul className={classes.palette} aria-label="Colours">
      {colours.map((colour) => (
        <li key={colour} title={colour}>
          <span style={{ background: colour }} />
          {named ? <code>{colour}</code> : <span className={classes.unseen}>{colour}</span>}
        </li>
      ))}
    </ul>
  );
}

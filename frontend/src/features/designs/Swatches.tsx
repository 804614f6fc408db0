import classes from './view.module.css';

/** Colours with their names, the leading one first. */
export function Swatches({ colours }: { colours: readonly string[] }) {
  return (
    <ul className={classes.swatches} aria-label="Colours">
      {colours.map((colour, index) => (
        <li key={index}>
          <span style={{ background: colour }} aria-hidden />
          <code>{colour}</code>
        </li>
      ))}
    </ul>
  );
}

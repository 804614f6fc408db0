/** What people are most likely to record; a transcriber may know others. */
const CODES = 'en es fr de it pt nl pl cs sv da nb fi uk ru tr ar he hi id th vi zh ja ko'.split(' ');

/** "English", as the reader's own language calls it. */
export function languageName(code: string, locale?: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function languageChoices(): { value: string; label: string }[] {
  const named = CODES.map((value) => ({ value, label: languageName(value) }));
  return named.sort((a, b) => a.label.localeCompare(b.label));
}

/** Why a transcriber cannot be chosen for a language; null when it can. */
export function unfit(knows: readonly string[] | null, language: string | null): string | null {
  if (knows === null || language === null || knows.includes(language.split('-', 1)[0] ?? '')) return null;
  return `It knows ${knows.map((code) => languageName(code)).join(', ')} alone, not ${languageName(language)}.`;
}

/** The known word that somebody probably meant: it begins with what was typed, or differs from it in a third of its letters. */
export function findNearest(typed: string, known: readonly string[]): string | undefined {
  const small = typed.toLowerCase();
  const ranked = known
    .map((word) => ({ word, distance: distanceBetween(small, word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined;
}

function distanceBetween(typed: string, word: string): number {
  return typed.length > 1 && word.startsWith(typed) ? 0 : distanceOf(typed, word);
}

/** How many letters have to be added, taken away, replaced or exchanged with the next (Damerau and Levenshtein). */
function distanceOf(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return at(one.length, other.length);

  function at(i: number, j: number): number {
    return rows[i]?.[j] ?? 0;
  }
}

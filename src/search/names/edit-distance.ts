/**
 * How many letters have to be changed, added, left out or swapped with their neighbour to make `target` of `word`; more than `most` is
 * given as `most + 1`. With `isBegun`, of its beginning: the word is still being typed.
 */
export function editDistance(word: string, target: string, most: number, isBegun = false): number {
  const tooFar = most + 1;
  if (target.length < word.length - most || (!isBegun && target.length > word.length + most)) return tooFar;
  // Of a beginning, more letters than these cannot count.
  const columns = Math.min(target.length, word.length + most);
  let before: number[] = [];
  let above = Array.from({ length: columns + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= columns; column++) {
      const isSame = word[row - 1] === target[column - 1];
      let cost = Math.min(at(above, column) + 1, at(line, column - 1) + 1, at(above, column - 1) + (isSame ? 0 : 1));
      const isSwapped =
        row > 1 && column > 1 && word[row - 1] === target[column - 2] && word[row - 2] === target[column - 1];
      if (isSwapped) cost = Math.min(cost, at(before, column - 2) + 1);
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return tooFar;
    before = above;
    above = line;
  }
  return Math.min(tooFar, isBegun ? Math.min(...above) : at(above, columns));
}

function at(line: number[], column: number): number {
  return line[column] ?? Number.POSITIVE_INFINITY;
}

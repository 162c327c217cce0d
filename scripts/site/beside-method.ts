/** A title for a list that shows the method beside it, without the method that it may begin with. */
export function besideMethod(title: string): string {
  return title.replace(/^[A-Z]+ (?=\/)/, '');
}

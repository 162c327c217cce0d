/** What is outside the content of a page. */
export const excluded = {
  elements: ['pre', 'nav', 'footer', 'button', 'svg'],
  classes: ['.hash-link', '.theme-doc-toc-mobile'],
};

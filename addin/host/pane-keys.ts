// Keys that Office.js for the web takes over in every pane, given back to the browser. Its own walk by Tab knows only
// elements in the tab order: from a heading that was given the focus it leaves the pane instead of going on.

/** Lets the browser handle Tab, and Escape where the pane has used it already; Office.js listens at the window, behind us. */
export function keepPaneKeys(): void {
  document.addEventListener('keydown', (event) => {
    const isUsed = event.key === 'Escape' && event.defaultPrevented;
    if (event.key === 'Tab' || isUsed) event.stopPropagation();
  });
}

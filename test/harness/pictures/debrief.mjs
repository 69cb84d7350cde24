// The second picture of the README:
// npm run look -- --out docs/images/debrief.png --theme dark --steps test/harness/pictures/debrief.mjs
export async function steps(page, { openFile, runCommand }) {
  await openFile(page, 'packaging-supply.md');
  await runCommand(page, 'Agreement: Insert Debrief…');
  await page
    .locator('.quick-input-list')
    .getByRole('option', { name: /^spring jar price/ })
    .click();
  await page.locator('.view-line', { hasText: 'N2 spring jar price' }).first().waitFor();
  await page.locator('.sticky-widget', { hasText: 'Debrief' }).waitFor();
}

// The first picture of the README:
// npm run look -- --out docs/images/commitments.png --steps test/harness/pictures/commitments.mjs
import { widenSideBar } from './side-bar.mjs';

export async function steps(page, { runCommand }) {
  await runCommand(page, 'Agreements: Focus on Commitments View');
  await widenSideBar(page, 130);
  await page
    .locator('.sidebar')
    .getByRole('treeitem', { name: /^Four moulds running on line 3/ })
    .click();
  await page.getByRole('button', { name: /^Ln 62, Col/ }).waitFor();
  await page.locator('.view-line .mtk6').first().waitFor();
  await runCommand(page, 'Problems: Focus on Problems View');
  await page
    .locator('.markers-panel')
    .getByRole('treeitem', { name: /Unexpected comma/ })
    .waitFor();
}

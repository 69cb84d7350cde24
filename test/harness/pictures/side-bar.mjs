/** Drags the edge of the side bar by so many pixels to the right. */
export async function widenSideBar(page, by) {
  const { x, width, y, height } = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(x + width, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width + by, y + height / 2, { steps: 5 });
  await page.mouse.up();
}

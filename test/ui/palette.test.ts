import { useWorkbench } from '../harness/ui.ts';
import { runCommand } from '../harness/workbench.ts';

describe('the command palette', () => {
  const workbench = useWorkbench({ folder: 'test/hosts/workspace' });

  it('shows the log', async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreement: Show Log');
    const lines = page.locator('.part.panel .view-line', { hasText: /Parley.\d+\.\d+\.\d+.is.active\./ });
    await lines.waitFor();
  });
});

// Says last on stderr, in kB, how large its process has been: for what is measured without a server.
process.on('exit', () => require('node:fs').writeSync(2, `\n${process.resourceUsage().maxRSS}`));

import { createServer, type Server } from 'node:http';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIMULATED_MARK } from '../../src/index.ts';
import { bundleForBrowser } from './bundle.ts';
import { findChromium } from './find-chromium.ts';

const executablePath = findChromium();

/** A site of three files on a loopback port. */
async function serve(
  files: Readonly<Record<string, string>>,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const body = files[request.url ?? ''];
    const type = request.url === '/' ? 'text/html' : 'text/javascript';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/` };
}

describe.skipIf(executablePath === undefined)(
  'in Chromium (set CHROMIUM_PATH where it is not found)',
  () => {
    let browser: Browser;
    let page: Page;
    let server: Server;
    let url: string;
    const outside: string[] = [];

    beforeAll(async () => {
      const files = {
        '/': '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
        '/page.js': await bundleForBrowser(new URL('./page.ts', import.meta.url)),
        '/service-worker.js': await bundleForBrowser(
          new URL('./service-worker.ts', import.meta.url),
        ),
      };
      ({ server, url } = await serve(files));
      browser = await chromium.launch({
        executablePath: executablePath ?? '',
        args: ['--no-sandbox'],
      });
      page = await browser.newPage();
      page.on('request', (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
          outside.push(request.url());
      });
      await page.goto(url);
    }, 60_000);

    afterAll(async () => {
      await browser.close();
      server.close();
    });

    it('the whole stack runs in the page, and asks nothing of the network', async () => {
      await page.waitForFunction('"runSimulator" in globalThis');
      const result = await page.evaluate('runSimulator()');
      const text = expect.stringContaining(SIMULATED_MARK);
      expect(result).toEqual({
        text,
        streamed: text,
        failure: expect.stringContaining('simulated upstream failure'),
        statuses: [200, 200, 503],
      });
      expect(outside).toEqual([]);
    });

    it('a service worker answers for OpenRouter', async () => {
      const answer = await page
        .evaluate(`(async () => {
      await navigator.serviceWorker.register('/service-worker.js', { type: 'module' });
      await navigator.serviceWorker.ready;
      await new Promise((resolve) => setTimeout(resolve, 0));
      location.reload();
    })()`)
        .catch(() => undefined);
      expect(answer).toBeUndefined();
      await page.waitForFunction('navigator.serviceWorker.controller !== null');
      const count = await page.evaluate(
        `fetch('/api/v1/models/count').then((response) => response.json())`,
      );
      expect(count).toEqual({ data: { count: expect.any(Number) } });
    });
  },
);

import type chromium from '@sparticuz/chromium';
import type * as playwright from 'playwright-core';
import { CliError } from '../errors/cli-error';
import { EXIT } from '../errors/exit-code';

const NO_BROWSER = {
  en: 'There is no browser to make a PDF with (report.no-browser). HTML works: --out report.html, then print it to PDF with any browser; or npm install playwright-core @sparticuz/chromium.',
  de: 'Es fehlt der Browser, der das PDF erzeugt (report.no-browser). HTML geht: --out bericht.html, dann in einem beliebigen Browser als PDF drucken; oder npm install playwright-core @sparticuz/chromium.',
};

/** Names in variables: the packages are there for development only, and the report does without them. */
const [PLAYWRIGHT, CHROMIUM] = ['playwright-core', '@sparticuz/chromium'];

/** A browser without a window, that asks the network for nothing. */
export async function openBrowser(): Promise<playwright.Browser> {
  try {
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
    const { chromium: engine } = (await import(PLAYWRIGHT)) as typeof playwright;
    const { default: packed } = (await import(CHROMIUM)) as { default: typeof chromium };
    return await engine.launch({
      executablePath: await packed.executablePath(),
      args: packed.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg)),
      headless: true,
    });
  } catch {
    throw new CliError(EXIT.refused, NO_BROWSER);
  }
}

/** A page as PDF: A4, with page numbers. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="font-size:8pt;width:100%;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
      tagged: true,
    });
  } finally {
    await browser.close();
  }
}

import chromium from '@sparticuz/chromium';

// Unpacks the browser of the packages into the temporary folder of this process, which its caller has set.
await chromium.executablePath();

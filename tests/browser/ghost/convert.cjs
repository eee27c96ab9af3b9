// A JSON list of HTML strings in, the documents that Ghost makes of them out.
const { htmlToLexical } = require('@tryghost/kg-html-to-lexical');

const pages = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(pages.map((html) => htmlToLexical(html))));

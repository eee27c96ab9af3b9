// The editors that newsletters are written in, each in its own section of one page.
// window.editors[name].clear() empties one, .html() is what its platform would store.
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { $generateHtmlFromNodes } from '@lexical/html';
import { LinkNode, registerLink } from '@lexical/link';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { $createParagraphNode, $getRoot, createEditor } from 'lexical';
import Quill from 'quill';
import tinymce from 'tinymce';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/icons/default';
import 'tinymce/plugins/link';
import 'tinymce/plugins/lists';

function place(name) {
  const section = document.createElement('section');
  section.id = name;
  const inner = document.createElement('div');
  section.append(inner);
  document.body.append(section);
  return inner;
}

function tiptap() {
  // Substack's and beehiiv's family. StarterKit holds the Link extension.
  const editor = new Editor({ element: place('tiptap'), extensions: [StarterKit] });
  return { clear: () => editor.commands.clearContent(), html: () => editor.getHTML() };
}

function lexical() {
  // Ghost's family, in its present version.
  const element = place('lexical');
  element.contentEditable = 'true';
  const nodes = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, TableNode, TableRowNode, TableCellNode];
  const editor = createEditor({ nodes, onError: (error) => { throw error; } });
  editor.setRootElement(element);
  registerRichText(editor);
  registerList(editor);
  const clear = () => editor.update(() => {
    const paragraph = $createParagraphNode();
    $getRoot().clear().append(paragraph);
    paragraph.select();
  }, { discrete: true });
  clear();
  return { clear, html: () => editor.read(() => $generateHtmlFromNodes(editor)) };
}

function quill() {
  const editor = new Quill(place('quill'), { modules: { toolbar: false } });
  return { clear: () => editor.setText(''), html: () => editor.getSemanticHTML() };
}

async function tiny() {
  const element = place('tinymce');
  const [editor] = await tinymce.init({
    target: element, inline: true, license_key: 'gpl', skin: false, content_css: false,
    plugins: 'link lists', toolbar: false, menubar: false, relative_urls: false, convert_urls: false,
  });
  return { clear: () => editor.setContent(''), html: () => editor.getContent() };
}

// Not a module: Chromium loads none from file://, so nothing can be awaited out here.
window.editors = { tiptap: tiptap(), lexical: lexical(), quill: quill() };
tiny().then((editor) => {
  window.editors.tinymce = editor;
  document.body.dataset.ready = 'yes';
});

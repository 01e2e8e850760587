// Test page: hands the demo's Outlook host to the test.
import { openOfficeFrame } from '#demo/outlook/office/office-frame.ts';

Object.assign(window, { openOfficeFrame });

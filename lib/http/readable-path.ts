/** Whether a path of an address is percent-encoded UTF-8 (https://www.rfc-editor.org/rfc/rfc3986#section-2.5). */
export function isReadablePath(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

"""Run by Debian's python3, which has LibreOffice's ``uno``: asks LibreOffice's own LanguageTool client about a text.

    python3 drive_libreoffice.py PORT TEXT

PORT is where a headless LibreOffice listens. Prints JSON: whether English is offered, and what was found.
"""

import json
import sys
import time

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale


def connected(port):
    """The context of the LibreOffice at ``port``, which may still be starting."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not start")


def main():
    """Ask, print, and end LibreOffice."""
    context = connected(sys.argv[1])
    create = context.ServiceManager.createInstanceWithContext
    checker = create("org.openoffice.lingu.LanguageToolGrammarChecker", context)
    english = Locale("en", "US", "")
    offered = checker.hasLocale(english)
    found = checker.doProofreading("draft", sys.argv[2], english, 0, len(sys.argv[2]), ())
    errors = [
        {
            "start": error.nErrorStart,
            "length": error.nErrorLength,
            "comment": error.aShortComment,
            "suggestions": list(error.aSuggestions),
        }
        for error in found.aErrors
    ]
    sys.stdout.write(json.dumps({"offered": offered, "errors": errors}))
    create("com.sun.star.frame.Desktop", context).terminate()


main()

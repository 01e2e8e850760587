// The page to which Entra ID sends the sign-in window back; it hands the answer to the pane and is closed by it.
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

broadcastResponseToMainFrame().catch((error: unknown) => {
  const root = document.getElementById('root');
  if (root)
    root.textContent =
      'Die Anmeldung kam nicht zurück. Bitte schließen Sie dieses Fenster und versuchen Sie es erneut.';
  console.error(error);
});

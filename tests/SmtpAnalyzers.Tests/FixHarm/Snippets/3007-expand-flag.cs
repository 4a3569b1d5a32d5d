// finds: SMTP3007
// fixes: SMTP3007
// after: contains 500 | / 100 == 5
using MailKit.Net.Smtp;

class ListCheck {
  public bool IsValid { get; private set; }

  public void Check(SmtpClient client, string list) {
    try {
      client.Expand(list);
      IsValid = true;
    } catch (SmtpCommandException) { // no such list
      IsValid = false;
    }
  }
}

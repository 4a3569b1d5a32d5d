// finds: SMTP2008
// fixes: SMTP2008
// calls: Ask
// after: contains Ask("QUIT")
using System.IO;

namespace Device {
  class SmtpShort {
    readonly TextReader r;
    readonly TextWriter w;

    internal SmtpShort(TextReader r, TextWriter w) {
      this.r = r;
      this.w = w;
    }

    internal bool Send(string to, string body) {
      if (Ask("MAIL FROM:<>") != 250 || Ask("RCPT TO:<" + to + ">") / 100 != 2)
        return false;
      if (Ask("DATA") != 354)
        return false;
      w.WriteLine(body);
      if (Ask(".") != 250)
        return false;
      int code = Ask("QUIT"); // and good bye
      return code == 221;
    }

    int Ask(string line) {
      w.WriteLine(line);
      return int.Parse(r.ReadLine().Substring(0, 3));
    }
  }
}

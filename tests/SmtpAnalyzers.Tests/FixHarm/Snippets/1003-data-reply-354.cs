// finds: SMTP1003
// fixes: SMTP1003
// after: contains 354
using System;
using System.IO;

namespace Tiny.Smtp {
  internal class SmtpWriter {
    private readonly StreamReader input;
    private readonly StreamWriter output;

    internal SmtpWriter(StreamReader input, StreamWriter output) {
      this.input = input;
      this.output = output;
    }

    internal void SendBody(string body) {
      int replyCode = Command("DATA");
      if (replyCode != 250) {
        throw new InvalidOperationException("DATA failed: " + replyCode);
      }
      output.WriteLine(body);
      output.WriteLine(".");
    }

    private int Command(string line) {
      output.WriteLine(line);
      return int.Parse(input.ReadLine().Substring(0, 3));
    }
  }
}

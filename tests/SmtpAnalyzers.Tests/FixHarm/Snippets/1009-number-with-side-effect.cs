// finds: SMTP1009
// calls: Next
// after: contains Next() != 250
// also: csharp7.3
using System;
using System.IO;

namespace Hand
{
    public class SmtpSender
    {
        private readonly StreamReader input;
        private readonly StreamWriter output;
        public SmtpSender(StreamReader i, StreamWriter o) { input = i; output = o; }

        public void Rcpt(string address)
        {
            output.WriteLine("RCPT TO:<" + address + ">");
            if (Next() != 250) throw new IOException("recipient refused");
        }

        private int Next()
        {
            return int.Parse(input.ReadLine().Substring(0, 3));
        }
    }
}

__kernel void squaredErrors(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *factors, __global uchar *biases, __global uchar *others, __global uchar *otherBiases, __global uchar *index, __global uchar *rating, __global uchar *segments, __global uchar *partial, __global uchar *sizes, __global uchar *numbers, __private int k)
{
  bool b_16, b_193, b_199, b_200;
  float f_34, f_38, f_45, f_47, f_50, f_54, f_60, f_65, f_66, f_71, f_72, f_77, f_78, f_83, f_84, f_89, f_90, f_95, f_96, f_101, f_102, f_107, f_108, f_113, f_114, f_119, f_120, f_125, f_126, f_131, f_132, f_137, f_138, f_143, f_144, f_149, f_150, f_155, f_159, f_160, f_161, f_162, f_163, f_164, f_165, f_166, f_167, f_168, f_169, f_170, f_171, f_172, f_173, f_174, f_175, f_176, f_177, f_178, f_180, f_181, f_182, f_184, f_185, f_187, f_188, f_189, f_194, f_196, f_197, f_201;
  int i_13, i_14, i_15, i_17, i_18, i_22, i_23, i_27, i_28, i_32, i_39, i_40, i_41, i_46, i_48, i_49, i_51, i_55, i_59, i_61, i_67, i_73, i_79, i_85, i_91, i_97, i_103, i_109, i_115, i_121, i_127, i_133, i_139, i_145, i_151, i_179, i_183, i_190, i_191, i_192, i_195, i_198;
  long l_19, l_20, l_24, l_25, l_29, l_30, l_35, l_36, l_42, l_43, l_56, l_57, l_62, l_63, l_68, l_69, l_74, l_75, l_80, l_81, l_86, l_87, l_92, l_93, l_98, l_99, l_104, l_105, l_110, l_111, l_116, l_117, l_122, l_123, l_128, l_129, l_134, l_135, l_140, l_141, l_146, l_147, l_152, l_153, l_156, l_157, l_202, l_203;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_7, ul_8, ul_9, ul_12, ul_21, ul_26, ul_31, ul_33, ul_37, ul_44, ul_52, ul_53, ul_58, ul_64, ul_70, ul_76, ul_82, ul_88, ul_94, ul_100, ul_106, ul_112, ul_118, ul_124, ul_130, ul_136, ul_142, ul_148, ul_154, ul_158, ul_186, ul_204;

  // BLOCK 0
  ul_0  =  (ulong) factors;
  ul_1  =  (ulong) biases;
  ul_2  =  (ulong) others;
  ul_3  =  (ulong) otherBiases;
  ul_4  =  (ulong) index;
  ul_5  =  (ulong) rating;
  ul_6  =  (ulong) segments;
  ul_7  =  (ulong) partial;
  ul_8  =  (ulong) sizes;
  ul_9  =  (ulong) numbers;
  __local float adf_10[16];
  __local float adf_11[64];
  ul_12  =  ul_8 + 0L;
  i_13  =  *((__global int *) ul_12);
  i_14  =  get_group_id(0);
  i_15  =  get_local_id(0);
  b_16  =  i_14 < i_13;
  if(b_16)
  {
    // BLOCK 1
    i_17  =  i_14 << 1;
    i_18  =  i_17 + i_14;
    l_19  =  (long) i_18;
    l_20  =  l_19 << 2;
    ul_21  =  ul_6 + l_20;
    i_22  =  *((__global int *) ul_21);
    i_23  =  i_18 + 1;
    l_24  =  (long) i_23;
    l_25  =  l_24 << 2;
    ul_26  =  ul_6 + l_25;
    i_27  =  *((__global int *) ul_26);
    i_28  =  i_18 + 2;
    l_29  =  (long) i_28;
    l_30  =  l_29 << 2;
    ul_31  =  ul_6 + l_30;
    i_32  =  *((__global int *) ul_31);
    ul_33  =  ul_9 + 0L;
    f_34  =  *((__global float *) ul_33);
    l_35  =  (long) i_22;
    l_36  =  l_35 << 2;
    ul_37  =  ul_1 + l_36;
    f_38  =  *((__global float *) ul_37);
    i_39  =  i_22 << 4;
    // BLOCK 2 MERGES [1 3 ]
    i_40  =  i_15;
    for(;i_40 < 16;)
    {
      // BLOCK 3
      i_41  =  i_39 + i_40;
      l_42  =  (long) i_41;
      l_43  =  l_42 << 2;
      ul_44  =  ul_0 + l_43;
      f_45  =  *((__global float *) ul_44);
      adf_10[i_40]  =  f_45;
      i_46  =  i_40 + 64;
      i_40  =  i_46;
    }  // B2
    // BLOCK 4
    f_47  =  f_34 + f_38;
    i_48  =  i_27;
    i_49  =  i_32;
    f_50  =  f_47;
  }  // B0
  else
  {
    // BLOCK 5
    i_48  =  0;
    i_49  =  0;
    f_50  =  0.0F;
  }  // B0
  // BLOCK 6 MERGES [5 4 ]
  barrier(CLK_LOCAL_MEM_FENCE);
  i_51  =  i_48 + i_15;
  ul_52  =  ul_9 + 8L;
  ul_53  =  ul_9 + 4L;
  // BLOCK 7 MERGES [6 14 ]
  f_54  =  0.0F;
  i_55  =  i_51;
  for(;i_55 < i_49;)
  {
    // BLOCK 8
    l_56  =  (long) i_55;
    l_57  =  l_56 << 2;
    ul_58  =  ul_4 + l_57;
    i_59  =  *((__global int *) ul_58);
    f_60  =  adf_10[0];
    i_61  =  i_59 << 4;
    l_62  =  (long) i_61;
    l_63  =  l_62 << 2;
    ul_64  =  ul_2 + l_63;
    f_65  =  *((__global float *) ul_64);
    f_66  =  adf_10[1];
    i_67  =  i_61 + 1;
    l_68  =  (long) i_67;
    l_69  =  l_68 << 2;
    ul_70  =  ul_2 + l_69;
    f_71  =  *((__global float *) ul_70);
    f_72  =  adf_10[2];
    i_73  =  i_61 + 2;
    l_74  =  (long) i_73;
    l_75  =  l_74 << 2;
    ul_76  =  ul_2 + l_75;
    f_77  =  *((__global float *) ul_76);
    f_78  =  adf_10[3];
    i_79  =  i_61 + 3;
    l_80  =  (long) i_79;
    l_81  =  l_80 << 2;
    ul_82  =  ul_2 + l_81;
    f_83  =  *((__global float *) ul_82);
    f_84  =  adf_10[4];
    i_85  =  i_61 + 4;
    l_86  =  (long) i_85;
    l_87  =  l_86 << 2;
    ul_88  =  ul_2 + l_87;
    f_89  =  *((__global float *) ul_88);
    f_90  =  adf_10[5];
    i_91  =  i_61 + 5;
    l_92  =  (long) i_91;
    l_93  =  l_92 << 2;
    ul_94  =  ul_2 + l_93;
    f_95  =  *((__global float *) ul_94);
    f_96  =  adf_10[6];
    i_97  =  i_61 + 6;
    l_98  =  (long) i_97;
    l_99  =  l_98 << 2;
    ul_100  =  ul_2 + l_99;
    f_101  =  *((__global float *) ul_100);
    f_102  =  adf_10[7];
    i_103  =  i_61 + 7;
    l_104  =  (long) i_103;
    l_105  =  l_104 << 2;
    ul_106  =  ul_2 + l_105;
    f_107  =  *((__global float *) ul_106);
    f_108  =  adf_10[8];
    i_109  =  i_61 + 8;
    l_110  =  (long) i_109;
    l_111  =  l_110 << 2;
    ul_112  =  ul_2 + l_111;
    f_113  =  *((__global float *) ul_112);
    f_114  =  adf_10[9];
    i_115  =  i_61 + 9;
    l_116  =  (long) i_115;
    l_117  =  l_116 << 2;
    ul_118  =  ul_2 + l_117;
    f_119  =  *((__global float *) ul_118);
    f_120  =  adf_10[10];
    i_121  =  i_61 + 10;
    l_122  =  (long) i_121;
    l_123  =  l_122 << 2;
    ul_124  =  ul_2 + l_123;
    f_125  =  *((__global float *) ul_124);
    f_126  =  adf_10[11];
    i_127  =  i_61 + 11;
    l_128  =  (long) i_127;
    l_129  =  l_128 << 2;
    ul_130  =  ul_2 + l_129;
    f_131  =  *((__global float *) ul_130);
    f_132  =  adf_10[12];
    i_133  =  i_61 + 12;
    l_134  =  (long) i_133;
    l_135  =  l_134 << 2;
    ul_136  =  ul_2 + l_135;
    f_137  =  *((__global float *) ul_136);
    f_138  =  adf_10[13];
    i_139  =  i_61 + 13;
    l_140  =  (long) i_139;
    l_141  =  l_140 << 2;
    ul_142  =  ul_2 + l_141;
    f_143  =  *((__global float *) ul_142);
    f_144  =  adf_10[14];
    i_145  =  i_61 + 14;
    l_146  =  (long) i_145;
    l_147  =  l_146 << 2;
    ul_148  =  ul_2 + l_147;
    f_149  =  *((__global float *) ul_148);
    f_150  =  adf_10[15];
    i_151  =  i_61 + 15;
    l_152  =  (long) i_151;
    l_153  =  l_152 << 2;
    ul_154  =  ul_2 + l_153;
    f_155  =  *((__global float *) ul_154);
    l_156  =  (long) i_59;
    l_157  =  l_156 << 2;
    ul_158  =  ul_3 + l_157;
    f_159  =  *((__global float *) ul_158);
    f_160  =  *((__global float *) ul_53);
    f_161  =  f_50 + f_159;
    f_162  =  fma(f_60, f_65, 0.0F);
    f_163  =  fma(f_66, f_71, f_162);
    f_164  =  fma(f_72, f_77, f_163);
    f_165  =  fma(f_78, f_83, f_164);
    f_166  =  fma(f_84, f_89, f_165);
    f_167  =  fma(f_90, f_95, f_166);
    f_168  =  fma(f_96, f_101, f_167);
    f_169  =  fma(f_102, f_107, f_168);
    f_170  =  fma(f_108, f_113, f_169);
    f_171  =  fma(f_114, f_119, f_170);
    f_172  =  fma(f_120, f_125, f_171);
    f_173  =  fma(f_126, f_131, f_172);
    f_174  =  fma(f_132, f_137, f_173);
    f_175  =  fma(f_138, f_143, f_174);
    f_176  =  fma(f_144, f_149, f_175);
    f_177  =  fma(f_150, f_155, f_176);
    f_178  =  f_161 + f_177;
    i_179  =  isless(f_178, f_160);
    if(i_179 == 1)
    {
      // BLOCK 9
      f_180  =  *((__global float *) ul_53);
      f_181  =  f_180;
    }  // B8
    else
    {
      // BLOCK 10
      f_181  =  f_178;
    }  // B8
    // BLOCK 11 MERGES [10 9 ]
    f_182  =  *((__global float *) ul_52);
    i_183  =  isless(f_182, f_181);
    if(i_183 == 1)
    {
      // BLOCK 12
      f_184  =  *((__global float *) ul_52);
      f_185  =  f_184;
    }  // B11
    else
    {
      // BLOCK 13
      f_185  =  f_181;
    }  // B11
    // BLOCK 14 MERGES [13 12 ]
    ul_186  =  ul_5 + l_57;
    f_187  =  *((__global float *) ul_186);
    f_188  =  f_187 - f_185;
    f_189  =  fma(f_188, f_188, f_54);
    i_190  =  i_55 + 64;
    f_54  =  f_189;
    i_55  =  i_190;
  }  // B7
  // BLOCK 15
  adf_11[i_15]  =  f_54;
  // BLOCK 16 MERGES [15 20 ]
  i_191  =  32;
  for(;i_191 >= 1;)
  {
    // BLOCK 17
    barrier(CLK_LOCAL_MEM_FENCE);
    i_192  =  i_191 >> 1;
    b_193  =  i_15 < i_191;
    if(b_193)
    {
      // BLOCK 18
      f_194  =  adf_11[i_15];
      i_195  =  i_191 + i_15;
      f_196  =  adf_11[i_195];
      f_197  =  f_194 + f_196;
      adf_11[i_15]  =  f_197;
    }  // B17
    else
    {
      // BLOCK 19
    }  // B17
    // BLOCK 20 MERGES [19 18 ]
    i_198  =  i_192;
    i_191  =  i_198;
  }  // B16
  // BLOCK 21
  barrier(CLK_LOCAL_MEM_FENCE);
  b_199  =  i_14 < i_13;
  if(b_199)
  {
    // BLOCK 22
    b_200  =  i_15 == 0;
    if(b_200)
    {
      // BLOCK 23
      f_201  =  adf_11[0];
      l_202  =  (long) i_14;
      l_203  =  l_202 << 2;
      ul_204  =  ul_7 + l_203;
      *((__global float *) ul_204)  =  f_201;
      return;
    }  // B22
    else
    {
      // BLOCK 24
      return;
    }  // B22
  }  // B21
  else
  {
    // BLOCK 25
  }  // B21
  // BLOCK 26 MERGES [25 24 23 ]
  return;
}  //  kernel

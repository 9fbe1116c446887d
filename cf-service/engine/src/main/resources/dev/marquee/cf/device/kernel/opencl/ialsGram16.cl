__kernel void ialsGram(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *rows, __global uchar *partial, __global uchar *sizes, __private int k)
{
  bool b_12, b_20, b_57, b_67, b_77, b_87, b_119;
  float f_65, f_66, f_75, f_76, f_85, f_86, f_95, f_96, f_100, f_102, f_104, f_105, f_106, f_107, f_108, f_110, f_111, f_112, f_113, f_114, f_115, f_116, f_120, f_128, f_133, f_140;
  int i_10, i_11, i_14, i_15, i_17, i_18, i_19, i_21, i_22, i_23, i_24, i_25, i_26, i_27, i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_48, i_49, i_50, i_51, i_52, i_53, i_54, i_55, i_56, i_58, i_59, i_60, i_61, i_68, i_69, i_70, i_71, i_78, i_79, i_80, i_81, i_88, i_89, i_90, i_91, i_97, i_98, i_99, i_101, i_103, i_109, i_117, i_118, i_121, i_122, i_123, i_124, i_129, i_134, i_135, i_136, i_141;
  long l_62, l_63, l_72, l_73, l_82, l_83, l_92, l_93, l_125, l_126, l_130, l_131, l_137, l_138, l_142, l_143;
  ulong ul_0, ul_1, ul_2, ul_9, ul_13, ul_16, ul_64, ul_74, ul_84, ul_94, ul_127, ul_132, ul_139, ul_144;

  // BLOCK 0
  ul_0  =  (ulong) rows;
  ul_1  =  (ulong) partial;
  ul_2  =  (ulong) sizes;
  __private float ul_3[4];
  __private float* ul_4 = ul_3;
  __local float adf_5[256];
  __local float adf_6[256];
  __private float ul_7[2];
  __private float* ul_8 = ul_7;
  ul_9  =  ul_2 + 8L;
  i_10  =  *((__global int *) ul_9);
  i_11  =  get_group_id(0);
  b_12  =  i_11 < i_10;
  if(b_12)
  {
    // BLOCK 1
    ul_13  =  ul_2 + 4L;
    i_14  =  *((__global int *) ul_13);
    i_15  =  *((__global int *) ul_13);
    ul_16  =  ul_2 + 0L;
    i_17  =  *((__global int *) ul_16);
    i_18  =  i_14 * i_11;
    i_19  =  i_18 + i_15;
    b_20  =  i_17 < i_19;
    if(b_20)
    {
      // BLOCK 2
      i_21  =  *((__global int *) ul_16);
      i_22  =  i_18;
      i_23  =  i_21;
    }  // B1
    else
    {
      // BLOCK 3
      i_22  =  i_18;
      i_23  =  i_19;
    }  // B1
  }  // B0
  else
  {
    // BLOCK 4
    i_22  =  0;
    i_23  =  0;
  }  // B0
  // BLOCK 5 MERGES [4 3 2 ]
  ul_4[0]  =  0.0F;
  ul_4[1]  =  0.0F;
  ul_4[2]  =  0.0F;
  ul_4[3]  =  0.0F;
  i_24  =  get_local_id(0);
  i_25  =  i_24 >> 31;
  i_26  =  i_25 >> 29;
  i_27  =  i_26 + i_24;
  i_28  =  i_27 >> 3;
  i_29  =  i_27 & -8;
  i_30  =  i_24 - i_29;
  i_31  =  i_24 + 192;
  i_32  =  i_31 % 16;
  i_33  =  i_31 >> 31;
  i_34  =  i_33 >> 28;
  i_35  =  i_34 + i_31;
  i_36  =  i_35 >> 4;
  i_37  =  i_24 + 128;
  i_38  =  i_37 % 16;
  i_39  =  i_37 >> 31;
  i_40  =  i_39 >> 28;
  i_41  =  i_40 + i_37;
  i_42  =  i_41 >> 4;
  i_43  =  i_24 + 64;
  i_44  =  i_43 % 16;
  i_45  =  i_43 >> 31;
  i_46  =  i_45 >> 28;
  i_47  =  i_46 + i_43;
  i_48  =  i_47 >> 4;
  i_49  =  i_24 % 16;
  i_50  =  i_25 >> 28;
  i_51  =  i_50 + i_24;
  i_52  =  i_51 >> 4;
  i_53  =  i_22;
  // BLOCK 6 MERGES [5 22 ]
  i_53  =  i_22;
  for(;i_53 < i_23;)
  {
    // BLOCK 7
    barrier(CLK_LOCAL_MEM_FENCE);
    i_54  =  i_23 - i_53;
    i_55  =  (i_54 < 17) ? i_54 : 16;
    i_56  =  i_55 + -1;
    b_57  =  i_52 < i_55;
    if(b_57)
    {
      // BLOCK 8
      i_58  =  i_52;
    }  // B7
    else
    {
      // BLOCK 9
      i_58  =  i_56;
    }  // B7
    // BLOCK 10 MERGES [8 9 ]
    i_59  =  i_58 + i_53;
    i_60  =  i_59 << 4;
    i_61  =  i_60 + i_49;
    l_62  =  (long) i_61;
    l_63  =  l_62 << 2;
    ul_64  =  ul_0 + l_63;
    f_65  =  *((__global float *) ul_64);
    adf_5[i_24]  =  f_65;
    f_66  =  *((__global float *) ul_64);
    adf_6[i_24]  =  f_66;
    b_67  =  i_48 < i_55;
    if(b_67)
    {
      // BLOCK 11
      i_68  =  i_48;
    }  // B10
    else
    {
      // BLOCK 12
      i_68  =  i_56;
    }  // B10
    // BLOCK 13 MERGES [11 12 ]
    i_69  =  i_68 + i_53;
    i_70  =  i_69 << 4;
    i_71  =  i_70 + i_44;
    l_72  =  (long) i_71;
    l_73  =  l_72 << 2;
    ul_74  =  ul_0 + l_73;
    f_75  =  *((__global float *) ul_74);
    adf_5[i_43]  =  f_75;
    f_76  =  *((__global float *) ul_74);
    adf_6[i_43]  =  f_76;
    b_77  =  i_42 < i_55;
    if(b_77)
    {
      // BLOCK 14
      i_78  =  i_42;
    }  // B13
    else
    {
      // BLOCK 15
      i_78  =  i_56;
    }  // B13
    // BLOCK 16 MERGES [14 15 ]
    i_79  =  i_78 + i_53;
    i_80  =  i_79 << 4;
    i_81  =  i_80 + i_38;
    l_82  =  (long) i_81;
    l_83  =  l_82 << 2;
    ul_84  =  ul_0 + l_83;
    f_85  =  *((__global float *) ul_84);
    adf_5[i_37]  =  f_85;
    f_86  =  *((__global float *) ul_84);
    adf_6[i_37]  =  f_86;
    b_87  =  i_36 < i_55;
    if(b_87)
    {
      // BLOCK 17
      i_88  =  i_36;
    }  // B16
    else
    {
      // BLOCK 18
      i_88  =  i_56;
    }  // B16
    // BLOCK 19 MERGES [17 18 ]
    i_89  =  i_88 + i_53;
    i_90  =  i_89 << 4;
    i_91  =  i_90 + i_32;
    l_92  =  (long) i_91;
    l_93  =  l_92 << 2;
    ul_94  =  ul_0 + l_93;
    f_95  =  *((__global float *) ul_94);
    adf_5[i_31]  =  f_95;
    f_96  =  *((__global float *) ul_94);
    adf_6[i_31]  =  f_96;
    barrier(CLK_LOCAL_MEM_FENCE);
    // BLOCK 20 MERGES [19 21 ]
    i_97  =  0;
    for(;i_97 < i_55;)
    {
      // BLOCK 21
      i_98  =  i_97 << 4;
      i_99  =  i_30 + i_98;
      f_100  =  adf_6[i_99];
      ul_8[0]  =  f_100;
      i_101  =  i_99 + 8;
      f_102  =  adf_6[i_101];
      ul_8[1]  =  f_102;
      i_103  =  i_28 + i_98;
      f_104  =  adf_5[i_103];
      f_105  =  ul_4[0];
      f_106  =  fma(f_100, f_104, f_105);
      ul_4[0]  =  f_106;
      f_107  =  ul_4[1];
      f_108  =  fma(f_102, f_104, f_107);
      ul_4[1]  =  f_108;
      i_109  =  i_103 + 8;
      f_110  =  adf_5[i_109];
      f_111  =  ul_4[2];
      f_112  =  ul_8[0];
      f_113  =  fma(f_110, f_112, f_111);
      ul_4[2]  =  f_113;
      f_114  =  ul_4[3];
      f_115  =  ul_8[1];
      f_116  =  fma(f_110, f_115, f_114);
      ul_4[3]  =  f_116;
      i_117  =  i_97 + 1;
      i_97  =  i_117;
    }  // B20
    // BLOCK 22
    i_118  =  i_53 + 16;
    i_53  =  i_118;
  }  // B6
  // BLOCK 23
  b_119  =  i_11 < i_10;
  if(b_119)
  {
    // BLOCK 24
    f_120  =  ul_4[0];
    i_121  =  i_11 << 4;
    i_122  =  i_121 + i_28;
    i_123  =  i_122 << 4;
    i_124  =  i_123 + i_30;
    l_125  =  (long) i_124;
    l_126  =  l_125 << 2;
    ul_127  =  ul_1 + l_126;
    *((__global float *) ul_127)  =  f_120;
    f_128  =  ul_4[1];
    i_129  =  i_124 + 8;
    l_130  =  (long) i_129;
    l_131  =  l_130 << 2;
    ul_132  =  ul_1 + l_131;
    *((__global float *) ul_132)  =  f_128;
    f_133  =  ul_4[2];
    i_134  =  i_122 + 8;
    i_135  =  i_134 << 4;
    i_136  =  i_135 + i_30;
    l_137  =  (long) i_136;
    l_138  =  l_137 << 2;
    ul_139  =  ul_1 + l_138;
    *((__global float *) ul_139)  =  f_133;
    f_140  =  ul_4[3];
    i_141  =  i_136 + 8;
    l_142  =  (long) i_141;
    l_143  =  l_142 << 2;
    ul_144  =  ul_1 + l_143;
    *((__global float *) ul_144)  =  f_140;
  }  // B23
  else
  {
    // BLOCK 25
  }  // B23
  // BLOCK 26 MERGES [25 24 ]
  return;
}  //  kernel
